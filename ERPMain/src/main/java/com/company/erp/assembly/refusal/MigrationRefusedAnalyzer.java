package com.company.erp.assembly.refusal;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A database that cannot be brought to what this build needs. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class MigrationRefusedAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, FlywayException failure) {
        return switch (failure) {
            case FlywayValidateException other
            when firstDifference(other).contains("failed migration") -> halfWay(firstDifference(other), failure);
            case FlywayValidateException other ->
                new FailureAnalysis(
                        "The migrations of the database are not those of this build: " + firstDifference(other),
                        "Start the build that the database belongs to, or a newer one; never edit a migration.",
                        failure);
            case FlywayMigrateException failed
            when failed.isExecutableInTransaction() ->
                new FailureAnalysis(
                        told(failed) + " The database is as it was before it.",
                        "Remove the reason and start again.",
                        failure);
            case FlywayMigrateException failed -> halfWay(told(failed), failure);
            default -> null;
        };
    }

    private static FailureAnalysis halfWay(String told, FlywayException failure) {
        return new FailureAnalysis(
                told + " A part of it was done.",
                "Undo that part as the owner of the tables, then DELETE FROM flyway_schema_history WHERE NOT success,"
                        + " remove the reason, and start again.",
                failure);
    }

    private static String told(FlywayMigrateException failed) {
        return "The migration %s failed: %s.".formatted(failed.getMigration().getScript(), reason(failed));
    }

    private static String firstDifference(FlywayValidateException failure) {
        String told = String.valueOf(failure.getMessage());
        return told.lines()
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(told);
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return String.valueOf(refusal.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceFirst("^ERROR: ", "");
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
