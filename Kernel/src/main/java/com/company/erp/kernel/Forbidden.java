package com.company.erp.kernel;

import java.util.List;

/** The actor lacks the permission. Answered with 403. */
public final class Forbidden extends ErpException {

    public Forbidden(String code, String message) {
        super(code, message, List.of());
    }
}
