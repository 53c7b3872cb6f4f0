package com.company.erp.document.storage;

import java.util.HexFormat;
import java.util.UUID;

/** A content that is kept: what it is, and by which id. */
public record StoredFile(UUID id, byte[] sha256, long sizeBytes, String mediaType) {

    public String fingerprint() {
        return HexFormat.of().formatHex(sha256);
    }
}
