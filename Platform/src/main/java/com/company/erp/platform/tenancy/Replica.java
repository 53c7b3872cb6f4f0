package com.company.erp.platform.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second PostgreSQL that follows the first. It is asked for reports while it has all that was acknowledged to
 * anybody, by any instance, before they began, so that nobody misses there what he has just written, and nobody enters
 * by a session that has just ended.
 */
final class Replica implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);
    /** Who asks for a report does not wait for a replica that is away: the primary has it too. */
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(1);

    private static final Duration CATCHES_UP_WITHIN = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final Duration LEFT_ALONE_FOR = Duration.ofSeconds(5);

    private final PatientPool primary;
    private final HikariDataSource pool;
    private volatile long leftAloneUntilNanos = System.nanoTime();

    /** With all settings of the first one's pool but the address. */
    Replica(PatientPool primary, String url) {
        this.primary = primary;
        var config = new HikariConfig();
        primary.copyStateTo(config);
        config.setDataSource(null);
        config.setJdbcUrl(url);
        config.setPoolName(primary.getPoolName() + "-replica");
        config.setReadOnly(true);
        config.setConnectionTimeout(CONNECTS_WITHIN.toMillis());
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Whether it has all that was acknowledged by now; it is given a moment to catch up. */
    boolean isCurrent() {
        if (System.nanoTime() - leftAloneUntilNanos < 0) return false;
        try {
            return hasReplayed(written());
        } catch (SQLException e) {
            LOG.warn("Reports are read from the primary, since the replica is away: {}", e.getMessage());
            leaveAlone();
            return false;
        }
    }

    private String written() throws SQLException {
        try (var connection = primary.getConnection();
                var position = connection.createStatement().executeQuery("SELECT pg_current_wal_lsn()::text")) {
            position.next();
            return position.getString(1);
        }
    }

    private boolean hasReplayed(String position) throws SQLException {
        long deadlineNanos = System.nanoTime() + CATCHES_UP_WITHIN.toNanos();
        try (var connection = pool.getConnection()) {
            if (!follows(connection)) {
                // It was promoted; the URL may name another that follows now.
                pool.getHikariPoolMXBean().softEvictConnections();
                leaveAlone();
                return false;
            }
            while (!hasReplayed(connection, position)) {
                if (System.nanoTime() > deadlineNanos) return false;
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return true;
        }
    }

    private static boolean follows(Connection connection) throws SQLException {
        try (var answer = connection.createStatement().executeQuery("SELECT pg_is_in_recovery()")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static boolean hasReplayed(Connection connection, String position) throws SQLException {
        try (var asked = connection.prepareStatement("SELECT pg_last_wal_replay_lsn() >= ?::pg_lsn")) {
            asked.setString(1, position);
            try (var answer = asked.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    void leaveAlone() {
        leftAloneUntilNanos = System.nanoTime() + LEFT_ALONE_FOR.toNanos();
    }

    @Override
    public void close() {
        pool.close();
    }
}
