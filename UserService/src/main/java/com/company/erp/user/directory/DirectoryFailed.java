package com.company.erp.user.directory;

import java.io.Serial;

/** A directory could not be asked, or answers what cannot be; the message tells an administrator why. */
public final class DirectoryFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DirectoryFailed(String message) {
        super(message);
    }
}
