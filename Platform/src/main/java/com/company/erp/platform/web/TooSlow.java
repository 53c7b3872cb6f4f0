package com.company.erp.platform.web;

import java.io.IOException;

/** Thrown to whoever reads a body that only trickles in; answered with 408. */
final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
        super("The request body comes too slowly.");
    }
}
