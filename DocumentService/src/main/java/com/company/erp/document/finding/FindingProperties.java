package com.company.erp.document.finding;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What files are found by.
 *
 * @param text whether by the words in them, which the database then holds in clear
 * @param patience how long the reading of one file may take
 * @param readEvery pause between two looks for files that have come or changed
 */
@Validated
@ConfigurationProperties("erp.search")
record FindingProperties(
        boolean text,
        @NotNull @DurationMin(millis = 1) Duration patience,
        @NotNull @DurationMin(millis = 1) Duration readEvery) {}
