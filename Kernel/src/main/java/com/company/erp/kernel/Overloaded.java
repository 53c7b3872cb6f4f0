package com.company.erp.kernel;

import java.time.Duration;
import java.util.List;

/** The house is full at the moment; nothing was begun, and asking again is safe. Answered with 503 and Retry-After. */
public final class Overloaded extends ErpException {

    private final Duration retryAfter;

    public Overloaded(String message, Duration retryAfter) {
        super("service.overloaded", message, List.of());
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
