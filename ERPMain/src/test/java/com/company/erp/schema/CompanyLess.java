package com.company.erp.schema;

import java.util.Map;

/** The complete list of tables that belong to no company, each with its reason. All others have a company_id. */
public final class CompanyLess {

    public static final Map<String, String> TABLES = Map.of(
            "installation", "The salt of the installation, read through installation_salt() alone.",
            "users", "People may belong to several companies; a user sees himself and his colleagues.",
            "sessions", "Begins before a company is chosen; reached through functions by session and user.",
            "refresh_tokens", "Comes before the company is known; reached through functions by its hash.",
            "second_factors", "Belongs to a person, who alone sees it; asked at sign-in through functions by attempt.",
            "recovery_codes", "Belong to a person, who alone sees them; asked at sign-in through functions by attempt.",
            "sign_ins", "Most attempts name nobody; a company sees those of its own users.",
            "backups", "A backup is of all companies; noted by its maker, read through erp_care_figures() alone.",
            "flyway_schema_history", "Kept by the migration tool, and tells of migrations only.");

    /** Policies beside the owner's: what opens a table without a company a little. */
    public static final Map<String, String> OPENED_BY = Map.of(
            "users", "colleagues, invited, oneself",
            "sign_ins", "colleagues",
            "second_factors", "oneself",
            "recovery_codes", "oneself",
            "sessions", "oneself");

    /** Without row-level security, since there is nothing in it to hide. */
    public static final String OPEN = "flyway_schema_history";

    private CompanyLess() {}
}
