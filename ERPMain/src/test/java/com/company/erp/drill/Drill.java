package com.company.erp.drill;

import com.company.erp.NotRunHere;
import java.util.List;

/** A page of docs/operations carried out. Its commands come from the {@link Runbook}, its servers from Debian's packages. */
abstract class Drill {

    /** Skips the drill, and has {@code ./erp test} name it, where the machine lacks one of the programs. */
    static void needs(String what, String... programs) {
        List<String> missing = List.of(programs).stream()
                .filter(program -> !Programs.has(program))
                .toList();
        NotRunHere.unless(missing.isEmpty(), what + ": needs " + String.join(", ", missing));
    }

    /** For what only root may do: other users' files, namespaces, the firewall. */
    static void needsRoot(String what) {
        NotRunHere.unless(Programs.isRoot(), what + ": needs root");
    }

    /** Every drill prints what it measured. */
    @SuppressWarnings("AnnotateFormatMethod")
    static void measured(String text, Object... values) {
        System.out.println("Measured: " + text.formatted(values));
    }

    /** @param started as {@link System#nanoTime} told it */
    static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
