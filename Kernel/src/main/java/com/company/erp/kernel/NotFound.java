package com.company.erp.kernel;

import java.util.List;

/** The record does not exist, or not in the actor's company: the two are never told apart. Answered with 404. */
public final class NotFound extends ErpException {

    public NotFound(String code, String message) {
        super(code, message, List.of());
    }
}
