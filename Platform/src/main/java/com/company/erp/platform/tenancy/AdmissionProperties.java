package com.company.erp.platform.tenancy;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who is let through to the database.
 *
 * @param maxWait how long a request may wait for a database connection before it is answered 503
 */
@Validated
@ConfigurationProperties("erp.web")
record AdmissionProperties(@NotNull @DurationMin(millis = 1) Duration maxWait) {}
