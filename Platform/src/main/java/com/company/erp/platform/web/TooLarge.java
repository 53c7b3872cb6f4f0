package com.company.erp.platform.web;

import java.io.IOException;

/** Thrown to whoever reads on beyond a limit; answered with 413. */
public final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLarge() {
        super("The request body is over the limit.");
    }
}
