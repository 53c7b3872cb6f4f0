package com.company.erp.user.provider;

import java.io.Serial;

/** A provider did not say of itself what it has to, or could not be asked; the message tells an administrator why. */
public final class DiscoveryFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DiscoveryFailed(String message) {
        super(message);
    }
}
