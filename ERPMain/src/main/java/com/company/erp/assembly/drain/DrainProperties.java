package com.company.erp.assembly.drain;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How an instance leaves.
 *
 * @param drain how long it still serves after it was asked to stop
 */
@Validated
@ConfigurationProperties("erp.web")
record DrainProperties(@NotNull @DurationMin Duration drain) {}
