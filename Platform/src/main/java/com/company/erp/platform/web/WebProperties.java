package com.company.erp.platform.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the REST API.
 *
 * @param maxWait how long a request may wait for a database connection before it is answered 503
 * @param maxBody the largest body of an ordinary request
 * @param maxUpload the largest body of an import
 */
@Validated
@ConfigurationProperties("erp.web")
record WebProperties(
        @NotNull Duration maxWait,
        @NotNull DataSize maxBody,
        @NotNull DataSize maxUpload) {}
