package com.company.erp.assembly.tracing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out all of Spring Boot's tracing where it is not wanted. Its own switch keeps spans from being sent, but has
 * them made.
 */
final class TracingIfWanted implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String TRACING = "org.springframework.boot.actuate.autoconfigure.tracing.";

    private boolean isWanted;

    @Override
    public void setEnvironment(Environment environment) {
        isWanted = environment.getProperty(TracingConfiguration.WANTED, Boolean.class, false);
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        var matches = new boolean[configurations.length];
        for (int i = 0; i < configurations.length; i++) {
            String name = configurations[i];
            matches[i] = isWanted || name == null || !name.startsWith(TRACING);
        }
        return matches;
    }
}
