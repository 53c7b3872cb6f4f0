package com.company.erp.assembly.migration;

import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * A migration that wants a table waits for whoever works on it, and everybody else stands in line behind the migration.
 * So it waits shortly only, lets them pass, and tries again; and where the two wait for each other, it is the one that
 * gives way, before the database breaks off somebody's work. What works outside a transaction, such as an index built
 * beside the work, keeps nobody waiting, and waits itself as long as it must.
 */
@Component
class PatientMigration extends BaseCallback implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(PatientMigration.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS_MAX = 400;

    /** Less than PostgreSQL's deadlock_timeout of a second. */
    private static final String WAITS_FOR_A_LOCK = "'500ms'";

    @Override
    public void migrate(Flyway flyway) {
        for (int attempt = 1; !isMigrated(flyway, attempt); attempt++) pause();
    }

    /** False where a lock was not to be had and the database is as it was before. */
    private static boolean isMigrated(Flyway flyway, int attempt) {
        try {
            flyway.migrate();
            return true;
        } catch (FlywayMigrateException e) {
            if (attempt == ATTEMPTS_MAX || !e.isExecutableInTransaction() || !lacksLock(e)) throw e;
            if (attempt == 1) {
                LOG.info("{} waits until its table is free.", e.getMigration().getScript());
            }
            return false;
        }
    }

    private static boolean lacksLock(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && LOCK_NOT_AVAILABLE.equals(refusal.getSQLState())) return true;
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try (var statement = context.getConnection().createStatement()) {
            boolean locks = !context.getConnection().getAutoCommit();
            statement.execute("SET lock_timeout = " + (locks ? WAITS_FOR_A_LOCK : "0"));
        } catch (SQLException e) {
            throw new FlywayException(e);
        }
    }
}
