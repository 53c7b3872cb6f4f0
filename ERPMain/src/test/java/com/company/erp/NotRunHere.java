package com.company.erp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/** A test that this machine cannot run is skipped, and {@code ./erp test} names it at its end. */
public final class NotRunHere {

    private NotRunHere() {}

    /** Skips the test unless the condition holds; {@code what} says what was not run, and why. */
    public static void unless(boolean condition, String what) {
        if (condition) {
            return;
        }
        String list = System.getenv("ERP_NOT_RUN");
        if (list != null) {
            append(Path.of(list), what);
        }
        Assumptions.abort(what);
    }

    private static void append(Path list, String what) {
        try {
            Files.writeString(list, what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
