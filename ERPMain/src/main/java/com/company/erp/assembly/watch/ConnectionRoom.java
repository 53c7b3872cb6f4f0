package com.company.erp.assembly.watch;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Warns at the start when the instances together may want more connections than the database gives. */
@Component
class ConnectionRoom {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionRoom.class);

    private final JdbcClient jdbc;
    private final HikariDataSource pool;

    ConnectionRoom(JdbcClient jdbc, HikariDataSource pool) {
        this.jdbc = jdbc;
        this.pool = pool;
    }

    private record Room(int instances, int places) {}

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        String warning = warning(pool.getMaximumPoolSize());
        if (warning != null) LOG.warn(warning);
    }

    @Nullable String warning(int connections) {
        Room room = jdbc.sql("""
                        SELECT (SELECT count(DISTINCT application_name) FROM pg_stat_activity
                                WHERE datname = current_database() AND application_name LIKE 'erp %:%') AS instances,
                               current_setting('max_connections')::int
                               - current_setting('superuser_reserved_connections')::int
                               - coalesce(current_setting('reserved_connections', true)::int, 0) AS places""").query(Room.class).single();
        if (room.instances * connections <= room.places) return null;
        return """
                %d instances x %d connections (spring.datasource.hikari.maximum-pool-size) are more than the %d that \
                the database has for all (max_connections); lower the one or raise the other.""".formatted(room.instances, connections, room.places);
    }
}
