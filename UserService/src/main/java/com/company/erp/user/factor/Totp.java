package com.company.erp.user.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes (RFC 6238): six digits for each 30 seconds, by HMAC-SHA1 as every app knows it. */
record Totp(byte[] secret) {

    static final long NEVER = -1;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int RANGE = 1_000_000;

    /** How many steps a clock may go wrong, or a code take to be typed, in either direction. */
    private static final int DRIFT_STEPS = 1;

    static Totp random() {
        byte[] bits = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bits);
        return new Totp(bits);
    }

    /** The time step that the code is of; {@link #NEVER} when it is of none near now. */
    long stepOf(String code, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        long found = NEVER;
        for (long step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
            if (MessageDigest.isEqual(utf8(code(step)), utf8(code))) found = step;
        }
        return found;
    }

    String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return "%06d".formatted(truncated % RANGE);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA1.", e);
        }
    }

    /** Base32 (RFC 4648) without padding, as people type it into an app. */
    String text() {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : secret) {
            bits = bits << 8 | b & 0xff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(ALPHABET.charAt(bits >> held & 31));
            }
            bits &= (1 << held) - 1;
        }
        if (held > 0) text.append(ALPHABET.charAt(bits << 5 - held & 31));
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Totp[***]";
    }
}
