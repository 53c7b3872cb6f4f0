package com.company.erp.document.storage;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who looks for viruses in what is received.
 *
 * @param address of clamd: host:port, or the path of its socket; empty where nobody looks
 * @param required whether a file is refused that could not be looked at
 * @param patience how long clamd may take for one answer
 */
@Validated
@ConfigurationProperties("erp.storage.scanner")
record ScannerProperties(
        @NotNull @Pattern(regexp = "(/.+|[^/:\\s]+:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5})?", message = "is host:port, or a path")
        String address,

        boolean required,
        @NotNull @DurationMin(millis = 1) Duration patience) {}
