package com.company.erp.assembly.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * For a house that speaks HTTPS itself.
 *
 * @param redirectPort a second port, without encryption, that sends all on to HTTPS; none by default
 */
@Validated
@ConfigurationProperties("erp.web")
record RedirectProperties(@Nullable @Min(1) @Max(65535) Integer redirectPort) {}
