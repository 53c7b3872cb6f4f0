package com.company.erp.assembly.demo;

import com.company.erp.assembly.embedded.SecondHouse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;

/**
 * The command {@code demo}: runs a second house beside the one that may be running, on the same database and a port of
 * its own, only as long as it takes to make the demo company. Where nothing runs, the embedded database is started.
 */
public final class Demo {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private Demo() {}

    /** Runs the command with the rest of its command line and gives the exit code: 1 after an error, else 0. */
    @SuppressWarnings("SystemOut")
    public static int run(Class<?> house, List<String> arguments) {
        if (!arguments.isEmpty()) {
            System.err.println("demo takes no arguments.");
            return 1;
        }
        System.out.println("Making the demo company; this takes about a minute …");
        try (var context = new SpringApplication(house)
                .run(SecondHouse.settings(System.getenv()).toArray(String[]::new))) {
            LocalDate today = LocalDate.ofInstant(context.getBean(Clock.class).instant(), ZONE);
            Optional<String> password = context.getBean(DemoCompany.class).found(today);
            System.out.println(password.map(Demo::introduction)
                    .orElse("The demo company is there already: sign in as " + DemoUser.USERNAME + "."));
            return 0;
        }
    }

    private static String introduction(String password) {
        return """
                %s is there, with a year of trade.
                ----------------------------------------------------------
                User: %s
                Password: %s
                It is shown this once.
                ----------------------------------------------------------""".formatted(DemoData.COMPANY.name(), DemoUser.USERNAME, password);
    }
}
