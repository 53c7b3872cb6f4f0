package com.company.erp.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts, while something else is measured, the connections that the ERP has to its database. */
final class Connections implements AutoCloseable {

    private static final String COUNT =
            "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    private static final long BETWEEN_MILLIS = 200;

    private final AtomicBoolean enough = new AtomicBoolean();
    private final Thread thread;
    private volatile int most;

    Connections(Erp erp) throws Exception {
        Connection database = erp.database();
        thread = Thread.ofVirtual().start(() -> count(database));
    }

    private void count(Connection database) {
        try (database;
                Statement statement = database.createStatement()) {
            while (!enough.get()) {
                var row = statement.executeQuery(COUNT);
                row.next();
                most = Math.max(most, row.getInt(1));
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int most() {
        return most;
    }

    @Override
    public void close() throws InterruptedException {
        enough.set(true);
        thread.join();
    }
}
