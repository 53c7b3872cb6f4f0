package com.company.erp.platform.jobs;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The clock of the daily jobs.
 *
 * @param checkEvery pause between two looks for what has become due
 */
@Validated
@ConfigurationProperties("erp.jobs")
record JobProperties(@NotNull @DurationMin(millis = 1) Duration checkEvery) {}
