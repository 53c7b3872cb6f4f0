package com.company.erp.assembly.refusal;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** What PostgreSQL means when it does not let the ERP in. Other refusals of a database are left to others. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final Pattern ADDRESS = Pattern.compile("//([^/?]+)/([^?]*)");

    /** What a code of PostgreSQL (SQLSTATE) means to an operator: %1$s is where, %2$s what it said, %3$s which one. */
    private static final Map<String, Meaning> MEANINGS = Map.of(
            "57P03",
            new Meaning("The database at %1$s is not ready: %2$s.", "Wait until it is, and start again."),
            "28P01",
            new Meaning(
                    "The database at %1$s refuses the password: %2$s.",
                    "Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD (or those of SPRING_FLYWAY_*)."),
            "28000",
            new Meaning(
                    "The database at %1$s does not let the user in: %2$s.",
                    "Make the user (ops/postgres/roles.sql), or let it in by pg_hba.conf."),
            "3D000",
            new Meaning(
                    "There is no such database at %1$s: %2$s.",
                    "Make it with: CREATE DATABASE %3$s; or correct SPRING_DATASOURCE_URL."),
            "42501",
            new Meaning(
                    "The database user may not do what a pending migration needs: %2$s.",
                    "Start once with SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD of the owner of the tables."),
            "53300",
            new Meaning(
                    "The database at %1$s has no connection left: %2$s.",
                    "Instances times spring.datasource.hikari.maximum-pool-size must stay below its max_connections."));

    private static final Meaning SILENT = new Meaning(
            "The database at %1$s does not answer.",
            "Start PostgreSQL, or correct SPRING_DATASOURCE_URL; pg_isready tells whether it answers.");
    private static final Meaning NOWHERE = new Meaning(
            "The host %2$s of the database is not known.", "Correct SPRING_DATASOURCE_URL, or the name service.");

    private final Environment environment;

    DatabaseRefusedAnalyzer(Environment environment) {
        this.environment = environment;
    }

    private record Meaning(String reason, String remedy) {}

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        String told = String.valueOf(refusal.getMessage()).replaceFirst("^(FATAL|ERROR): ", "");
        if (state.startsWith("08")) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(refusal);
            return cause instanceof UnknownHostException
                    ? told(NOWHERE, String.valueOf(cause.getMessage()), refusal)
                    : told(SILENT, told, refusal);
        }
        Meaning meaning = MEANINGS.get(state);
        return meaning == null ? null : told(meaning, told, refusal);
    }

    private FailureAnalysis told(Meaning meaning, String told, SQLException refusal) {
        String place = address(1, "its address");
        String name = address(2, "erp_db");
        return new FailureAnalysis(
                meaning.reason.formatted(place, told, name), meaning.remedy.formatted(place, told, name), refusal);
    }

    /** Host and port (1) or name (2) of the database, without what else an address may hold, such as a password. */
    private String address(int part, String otherwise) {
        Matcher address = ADDRESS.matcher(environment.getProperty("spring.datasource.url", ""));
        return address.find() && !address.group(part).isEmpty() ? address.group(part) : otherwise;
    }
}
