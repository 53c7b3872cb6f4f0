package com.company.erp.assembly.watch;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters beside those that come with the frameworks. */
@Configuration(proxyBeanMethods = false)
class Meters {

    /** The name that the operations guide asks for; hikaricp.connections.active is the same. */
    @Bean
    MeterBinder databaseConnections(HikariDataSource pool) {
        return registry -> Gauge.builder("db.connection.active", pool, Meters::active)
                .description("Database connections at work")
                .register(registry);
    }

    private static double active(HikariDataSource pool) {
        var running = pool.getHikariPoolMXBean();
        return running == null ? 0 : running.getActiveConnections();
    }
}
