package com.company.erp.platform.audit;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The keeping of the audit log.
 *
 * @param sealEvery pause between two rounds of sealing what has been committed
 * @param keepYears after how many years a row goes
 */
@Validated
@ConfigurationProperties("erp.audit")
record AuditProperties(
        @NotNull @DurationMin(millis = 1) Duration sealEvery,
        @Min(6) int keepYears) {}
