package com.company.erp.assembly.tracing;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import io.micrometer.tracing.Tracer;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Spans from HTTP, which Spring Boot makes, to SQL. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TracingConfiguration.WANTED)
class TracingConfiguration {

    static final String WANTED = "management.tracing.enabled";

    /** Has the pool open its connections through what makes spans of their statements. */
    @Bean
    static BeanPostProcessor statementSpans(ObjectProvider<Tracer> tracer) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    var driver = new DriverDataSource(
                            pool.getJdbcUrl(),
                            pool.getDriverClassName(),
                            pool.getDataSourceProperties(),
                            pool.getUsername(),
                            pool.getPassword());
                    pool.setDataSource(ProxyDataSourceBuilder.create(driver)
                            .listener(new StatementSpans(tracer))
                            .build());
                }
                return bean;
            }
        };
    }

    /** The checks of each request cost little and say nothing. */
    @Bean
    SecurityObservationSettings noSpansOfSecurity() {
        return SecurityObservationSettings.noObservations();
    }
}
