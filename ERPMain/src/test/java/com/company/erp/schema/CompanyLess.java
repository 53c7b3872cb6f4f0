package com.company.erp.schema;

import java.util.Map;

/** The complete list of tables that belong to no company, each with its reason. All others have a company_id. */
public final class CompanyLess {

    public static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("installation", "The salt of the installation, read through installation_salt() alone."),
            Map.entry("users", "People may belong to several companies; a user sees himself and his colleagues."),
            Map.entry("sessions", "Begins before a company is chosen; reached through functions by session and user."),
            Map.entry("refresh_tokens", "Comes before the company is known; reached through functions by its hash."),
            Map.entry(
                    "second_factors",
                    "Belongs to a person, who alone sees it; asked at sign-in through functions by attempt."),
            Map.entry(
                    "recovery_codes",
                    "Belong to a person, who alone sees them; asked at sign-in through functions by attempt."),
            Map.entry(
                    "passkeys",
                    "Belong to a person, who alone sees them; asked at sign-in through functions by credential."),
            Map.entry("sign_ins", "Most attempts name nobody; a company sees those of its own users."),
            Map.entry(
                    "backups",
                    "A backup is of all companies; noted by its maker, read through functions of the installation alone."),
            Map.entry("flyway_schema_history", "Kept by the migration tool, and tells of migrations only."),
            Map.entry("email_changes", "Belongs to a person; reached through functions by the links to it."),
            Map.entry("account_links", "Comes before anybody signs in; reached through functions by its hash."));

    /** Policies beside the owner's: what opens a table without a company a little. */
    public static final Map<String, String> OPENED_BY = Map.of(
            "users", "colleagues, invited, oneself",
            "sign_ins", "colleagues",
            "second_factors", "oneself",
            "recovery_codes", "oneself",
            "passkeys", "oneself",
            "sessions", "oneself");

    /** Without row-level security, since there is nothing in it to hide. */
    public static final String OPEN = "flyway_schema_history";

    private CompanyLess() {}
}
