package com.company.erp.platform.events;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The numbering of events.
 *
 * @param sealEvery pause between two rounds of numbering what has been committed
 */
@Validated
@ConfigurationProperties("erp.events")
record EventProperties(@NotNull @DurationMin(millis = 1) Duration sealEvery) {}
