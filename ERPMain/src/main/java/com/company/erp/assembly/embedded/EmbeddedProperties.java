package com.company.erp.assembly.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The servers inside. Read before there are beans, so that they run when the first one asks for a connection.
 *
 * @param data the data folder
 * @param embedded how they are run
 */
@ConfigurationProperties("erp")
record EmbeddedProperties(
        @DefaultValue("./data") String data, @DefaultValue Embedded embedded) {

    /** @param allowed whether servers may be started at all: not in a container, with which their data would go */
    record Embedded(
            @DefaultValue("true") boolean allowed,
            @DefaultValue Postgres postgres) {}

    /** @param binaries another archive of PostgreSQL's programs than the one that came along */
    record Postgres(@Nullable String binaries) {}

    EmbeddedProperties {
        if (data.isBlank()) {
            throw new StartRefused("The setting erp.data names no folder.", "Name one with ERP_DATA, or remove it.");
        }
    }
}
