package com.company.erp.kernel;

import java.util.List;

/** The input is well formed, but a rule of the business forbids the step now. Answered with 409. */
public final class RuleViolation extends ErpException {

    public RuleViolation(String code, String message) {
        super(code, message, List.of());
    }
}
