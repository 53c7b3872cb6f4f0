package com.company.erp.user.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The key itself: 256 random bits. The database keeps its SHA-256 only, from which it cannot be found. */
record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int SHOWN_CHARS = 4;

    static Secret random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Secret(
                ApiKeyProof.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Enough to tell keys apart, too little to guess the rest. */
    String beginning() {
        return text.substring(0, ApiKeyProof.PREFIX.length() + SHOWN_CHARS);
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
