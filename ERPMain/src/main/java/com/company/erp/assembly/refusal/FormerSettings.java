package com.company.erp.assembly.refusal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * Settings that older guides name and that Spring Boot calls otherwise today. They are still heard, before the defaults
 * that come with the application and after whatever is given under today's name.
 */
final class FormerSettings implements EnvironmentPostProcessor, Ordered {

    static final String NAME = "former settings";

    private static final Map<String, String> TODAY = Map.ofEntries(
            Map.entry("spring.redis.host", "spring.data.redis.host"),
            Map.entry("spring.redis.port", "spring.data.redis.port"),
            Map.entry("spring.redis.password", "spring.data.redis.password"),
            Map.entry("spring.redis.username", "spring.data.redis.username"),
            Map.entry("spring.redis.database", "spring.data.redis.database"),
            Map.entry("spring.redis.url", "spring.data.redis.url"),
            Map.entry("spring.redis.ssl", "spring.data.redis.ssl.enabled"),
            Map.entry("spring.redis.timeout", "spring.data.redis.timeout"),
            Map.entry("spring.redis.sentinel.master", "spring.data.redis.sentinel.master"),
            Map.entry("spring.redis.sentinel.nodes", "spring.data.redis.sentinel.nodes"),
            Map.entry("spring.redis.sentinel.password", "spring.data.redis.sentinel.password"),
            Map.entry("spring.redis.cluster.nodes", "spring.data.redis.cluster.nodes"),
            Map.entry("logging.file.max-size", "logging.logback.rollingpolicy.max-file-size"),
            Map.entry("logging.file.max-history", "logging.logback.rollingpolicy.max-history"),
            Map.entry("logging.file.total-size-cap", "logging.logback.rollingpolicy.total-size-cap"),
            Map.entry("management.metrics.export.prometheus.enabled", "management.prometheus.metrics.export.enabled"),
            Map.entry("management.metrics.export.prometheus.step", "management.prometheus.metrics.export.step"));

    private static final Map<String, String> WITHOUT_EFFECT =
            Map.of("spring.session.store-type", "sessions are kept in Redis, and the API has none");

    private final Log log;

    FormerSettings(DeferredLogFactory logs) {
        this.log = logs.getLog(FormerSettings.class);
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> heard = new LinkedHashMap<>();
        TODAY.forEach((former, today) -> {
            String value = environment.getProperty(former);
            if (value == null) return;
            heard.put(today, value);
            log.warn("The setting " + former + " is called " + today + " today; it is still heard.");
        });
        WITHOUT_EFFECT.forEach((former, reason) -> {
            if (environment.containsProperty(former)) {
                log.warn("The setting " + former + " has no effect any more: " + reason + ".");
            }
        });
        if (!heard.isEmpty()) add(heard, environment.getPropertySources());
    }

    private static void add(Map<String, Object> heard, MutablePropertySources sources) {
        var source = new MapPropertySource(NAME, heard);
        for (PropertySource<?> ours : sources) {
            if (ours.getName().contains("class path resource [application.properties]")) {
                sources.addBefore(ours.getName(), source);
                return;
            }
        }
        sources.addLast(source);
    }
}
