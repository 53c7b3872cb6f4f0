package com.company.erp.kernel;

import java.time.Duration;
import java.util.List;

/**
 * The house is full at the moment, or what it needs for this is away; nothing was begun, and asking again is safe.
 * Answered with 503 and Retry-After.
 */
public final class Overloaded extends ErpException {

    private final Duration retryAfter;

    public Overloaded(String message, Duration retryAfter) {
        this("service.overloaded", message, retryAfter);
    }

    public Overloaded(String code, String message, Duration retryAfter) {
        super(code, message, List.of());
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
