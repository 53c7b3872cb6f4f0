package com.company.erp.platform.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the REST API.
 *
 * @param maxBody the largest body of an ordinary request
 * @param maxUpload the largest body of an import
 * @param bodyPatience how long a body may take to come, beside a second for each kilobyte
 */
@Validated
@ConfigurationProperties("erp.web")
public record WebProperties(
        @NotNull DataSize maxBody,
        @NotNull DataSize maxUpload,
        @NotNull Duration bodyPatience) {}
