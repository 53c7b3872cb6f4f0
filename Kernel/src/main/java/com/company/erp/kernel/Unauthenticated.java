package com.company.erp.kernel;

import java.util.List;

/** Nobody is signed in, or the proof is no longer accepted. Answered with 401. */
public final class Unauthenticated extends ErpException {

    public Unauthenticated(String code, String message) {
        super(code, message, List.of());
    }
}
