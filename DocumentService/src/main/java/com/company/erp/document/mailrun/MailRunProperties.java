package com.company.erp.document.mailrun;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The pace of runs.
 *
 * @param runEvery pause between two looks for runs that wait
 */
@Validated
@ConfigurationProperties("erp.mail")
record MailRunProperties(@NotNull @DurationMin(millis = 1) Duration runEvery) {}
