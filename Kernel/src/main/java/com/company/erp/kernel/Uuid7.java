package com.company.erp.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then random bits. New ids sort behind
 * older ones, so that indexes grow at their end. Within a process they also ascend inside one millisecond: the 12 bits
 * after the version count up (method 1 of section 6.2), and an overflow borrows from the next millisecond.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;

    private static long lastStamp;

    private Uuid7() {}

    public static UUID next() {
        long stamp = nextStamp();
        long millis = stamp >>> COUNTER_BITS;
        long counter = stamp & ((1L << COUNTER_BITS) - 1);
        long high = millis << 16 | 0x7000L | counter;
        long low = RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static synchronized long nextStamp() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        lastStamp = Math.max(now, lastStamp + 1);
        return lastStamp;
    }
}
