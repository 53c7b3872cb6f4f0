package com.company.erp.assembly.refusal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseTooOldAnalyzer extends AbstractFailureAnalyzer<DatabaseTooOld> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseTooOld old) {
        return new FailureAnalysis(
                "PostgreSQL " + old.version() + " is too old: the ERP needs " + OldestPostgres.OLDEST + " or newer.",
                "Upgrade it with pg_upgrade, or dump the database and restore it into a newer one.",
                old);
    }
}
