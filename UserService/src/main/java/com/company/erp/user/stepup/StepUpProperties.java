package com.company.erp.user.stepup;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Proving anew that it is oneself.
 *
 * @param within how long such a proof is good for what is dangerous
 */
@Validated
@ConfigurationProperties("erp.step-up")
record StepUpProperties(@NotNull @DurationMin(seconds = 30) Duration within) {}
