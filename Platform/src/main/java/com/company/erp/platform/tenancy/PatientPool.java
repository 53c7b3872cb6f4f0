package com.company.erp.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The connections to the database. Nobody waits for one longer than a request may wait, whatever the pool's own
 * time-out: so a request is refused in time also while the database is away, and health says so in time.
 */
final class PatientPool extends HikariDataSource {

    private final Duration maxWait;
    private final ThreadLocal<Long> deadlineNanos = new ThreadLocal<>();
    private final ThreadLocal<HikariDataSource> standIn = new ThreadLocal<>();

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

    interface Work {
        @Nullable Object proceed() throws Throwable;
    }

    /** Does the work on connections of another pool, to a database that says the same. */
    @Nullable Object standIn(HikariDataSource other, Work work) throws Throwable {
        standIn.set(other);
        try {
            return work.proceed();
        } finally {
            standIn.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        HikariDataSource other = standIn.get();
        if (other != null) return other.getConnection();
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
