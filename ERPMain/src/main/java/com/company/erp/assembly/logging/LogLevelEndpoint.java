package com.company.erp.assembly.logging;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.logging.LogLevel;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes levels by {@code POST /actuator/loggers/…} through the door, and not for whoever may read them. Older guides
 * expose no loggers at all.
 */
@Component
@ConditionalOnAvailableEndpoint(endpoint = LoggersEndpoint.class)
@EndpointWebExtension(endpoint = LoggersEndpoint.class)
class LogLevelEndpoint {

    private final LogLevels levels;

    LogLevelEndpoint(LogLevels levels) {
        this.levels = levels;
    }

    /** Spring's own annotation: no other tells the actuator that a parameter may be absent. */
    @WriteOperation
    void configureLogLevel(@Selector String name, @Nullable LogLevel configuredLevel) {
        levels.change(name, configuredLevel);
    }
}
