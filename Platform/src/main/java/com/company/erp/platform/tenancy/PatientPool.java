package com.company.erp.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The connections to the database. Nobody waits for one longer than a request may wait, whatever the pool's own
 * time-out: so a request is refused in time also while the database is away, and health says so in time.
 */
final class PatientPool extends HikariDataSource {

    private final Duration maxWait;
    private final ThreadLocal<Long> deadlineNanos = new ThreadLocal<>();

    PatientPool(Duration maxWait) {
        this.maxWait = maxWait;
    }

    Duration maxWait() {
        return maxWait;
    }

    /** Does what needs a connection and has waited elsewhere already: the rest of its time is left to it here. */
    void waitUntil(long deadlineNanos, Runnable work) {
        this.deadlineNanos.set(deadlineNanos);
        try {
            work.run();
        } finally {
            this.deadlineNanos.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!isClosed() && getHikariPoolMXBean() instanceof HikariPool pool) {
            return pool.getConnection(Math.min(getConnectionTimeout(), millisLeft()));
        }
        return super.getConnection();
    }

    private long millisLeft() {
        Long deadline = deadlineNanos.get();
        if (deadline == null) return maxWait.toMillis();
        return Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis());
    }
}
