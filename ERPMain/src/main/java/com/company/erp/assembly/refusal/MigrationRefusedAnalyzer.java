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
            case FlywayValidateException other ->
                new FailureAnalysis(
                        "The migrations of the database are not those of this build: " + firstDifference(other),
                        "Start the build that the database belongs to, or a newer one; never edit a migration.",
                        failure);
            case FlywayMigrateException failed ->
                new FailureAnalysis(
                        "The migration %s failed: %s. The database is as it was before it."
                                .formatted(failed.getMigration().getScript(), reason(failed)),
                        "Remove the reason and start again.",
                        failure);
            default -> null;
        };
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
