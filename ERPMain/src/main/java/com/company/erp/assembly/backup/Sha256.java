package com.company.erp.assembly.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of the list in an archive. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
