package com.company.erp.kernel;

import java.time.Duration;
import java.util.List;

/** Asked too often; asking again makes sense after a wait. Answered with 429 and Retry-After. */
public final class TooManyAttempts extends ErpException {

    private final Duration retryAfter;

    public TooManyAttempts(String code, String message, Duration retryAfter) {
        super(code, message, List.of());
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
