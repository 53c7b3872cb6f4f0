package com.company.erp.kernel;

import java.util.List;

/** The record was changed by somebody else since it was read. Answered with 412. */
public final class StaleDocument extends ErpException {

    public StaleDocument(String code, String message) {
        super(code, message, List.of());
    }
}
