package com.company.erp.platform.outgoing;

import java.io.IOException;
import java.io.Serial;

/** An address that no connection of a user may lead to. */
public final class AddressRefused extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    AddressRefused(String message) {
        super(message);
    }
}
