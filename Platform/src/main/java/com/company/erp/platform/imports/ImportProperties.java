package com.company.erp.platform.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of bulk imports.
 *
 * @param maxRows the most rows a file may have
 * @param answeredRows up to so many rows are imported while the caller waits; more go to the background
 * @param parallel how many imports an instance works on in the background at the same time; others wait
 * @param beatEvery how often an instance says that it still works on its imports
 * @param abandonedAfter silence after which an import is taken for dead
 */
@Validated
@ConfigurationProperties("erp.imports")
record ImportProperties(
        @Min(1) @Max(10_000_000) int maxRows,
        @Min(0) @Max(10_000) int answeredRows,
        @Min(1) @Max(100) int parallel,
        @NotNull Duration beatEvery,
        @NotNull Duration abandonedAfter) {}
