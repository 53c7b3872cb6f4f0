package com.company.erp.assembly.refusal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at the database before anything is asked of it: an old version would misunderstand, and one that lives in
 * another time would take tokens for expired and today for yesterday.
 */
@Component
class FirstLook implements Callback {

    static final int OLDEST = 14;
    static final Duration SKEW_MAX = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);
    private static final Duration SKEW_WORTH_A_WORD = Duration.ofSeconds(5);

    private final Clock clock;

    FirstLook(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            requireVersion(context.getConnection().getMetaData().getDatabaseMajorVersion());
            requireSameTime(skew(context.getConnection()));
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell its version or its time.", e);
        }
    }

    static void requireVersion(int version) {
        if (version >= OLDEST) return;
        throw new UnfitDatabase(
                "PostgreSQL " + version + " is too old: the ERP needs " + OLDEST + " or newer.",
                "Upgrade it with pg_upgrade, or dump the database and restore it into a newer one.");
    }

    /** By how much the clock here is ahead of the database's. */
    private Duration skew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Instant before = clock.instant();
            try (var row = statement.executeQuery("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")) {
                row.next();
                Instant after = clock.instant();
                Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
                return Duration.between(Instant.ofEpochMilli(row.getLong(1)), middle);
            }
        }
    }

    static void requireSameTime(Duration ahead) {
        Duration skew = ahead.abs();
        if (skew.compareTo(SKEW_WORTH_A_WORD) < 0) return;
        String told = "The clock of this machine is %d s %s the database's."
                .formatted(skew.toSeconds(), ahead.isPositive() ? "ahead of" : "behind");
        String remedy = "Have both machines set their clocks by NTP; timedatectl tells whether they do.";
        if (skew.compareTo(SKEW_MAX) > 0) throw new UnfitDatabase(told, remedy);
        LOG.warn("{} {}", told, remedy);
    }

    @Override
    public String getCallbackName() {
        return "first look";
    }
}
