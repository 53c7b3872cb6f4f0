package com.company.erp.drill;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is shared by drills is closed when all have run, the last opened first. */
final class AtEnd {

    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtEnd::closeAll));
    }

    private AtEnd() {}

    static synchronized <T extends AutoCloseable> T close(T opened) {
        OPEN.push(opened);
        return opened;
    }

    private static synchronized void closeAll() {
        while (!OPEN.isEmpty()) {
            try {
                OPEN.pop().close();
            } catch (Exception e) {
                System.err.println("Not closed: " + e);
            }
        }
    }
}
