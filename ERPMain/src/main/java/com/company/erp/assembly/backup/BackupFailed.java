package com.company.erp.assembly.backup;

/** A backup that could not be made or is not to be trusted; the message is for the operator, in one sentence. */
final class BackupFailed extends RuntimeException {

    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
