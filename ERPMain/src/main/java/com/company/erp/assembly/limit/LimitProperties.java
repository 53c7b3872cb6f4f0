package com.company.erp.assembly.limit;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Requests per minute, as many of which may come at once; 0 for no limit.
 *
 * @param callerPerMinute those of one user or API key
 * @param strangerPerMinute those of one address where nobody has signed in, and wrong API keys from there
 * @param signInPerMinute attempts to sign in from one address
 */
@Validated
@ConfigurationProperties("erp.limits")
record LimitProperties(
        @PositiveOrZero int callerPerMinute,
        @PositiveOrZero int strangerPerMinute,
        @PositiveOrZero int signInPerMinute) {}
