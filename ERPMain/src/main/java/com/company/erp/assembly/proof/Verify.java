package com.company.erp.assembly.proof;

import com.company.erp.assembly.embedded.SecondHouse;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** The command {@code verify}: proves all books and files of the installation, beside the house that may be running. */
public final class Verify {

    private Verify() {}

    /** Runs the command with the rest of its command line and gives the exit code: 1 after an error, else 0. */
    @SuppressWarnings("SystemOut")
    public static int run(Class<?> house, List<String> arguments) {
        if (!arguments.isEmpty()) {
            System.err.println("verify takes no arguments.");
            return 1;
        }
        try (var context = new SpringApplication(house)
                .run(SecondHouse.settings(System.getenv()).toArray(String[]::new))) {
            List<String> faults = context.getBean(Proof.class).faults();
            faults.forEach(System.out::println);
            System.out.println(
                    faults.isEmpty()
                            ? "The books and files of every company are sound."
                            : "NOT SOUND: " + faults.size() + " faults, named above.");
            return faults.isEmpty() ? 0 : 1;
        }
    }
}
