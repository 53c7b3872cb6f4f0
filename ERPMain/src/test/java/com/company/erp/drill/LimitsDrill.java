package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** limits.md: what an operator sets is what works. */
class LimitsDrill extends Drill {

    @Test
    void the_guides_pool_and_heap_take_effect_and_the_log_says_where_they_are_too_much() {
        needs("the guide's pool and heap", "curl");
        int port = Programs.freePort();
        var environment = new TreeMap<>(Installation.shared().environment());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("ERP_DATA", Scratch.folder("limits").toString());
        environment.put("LOGGING_FILE_NAME", "");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");

        try (var erp = Runbook.block("pool-and-heap")
                .with("  java", "  " + java + " -XX:TieredStopAtLevel=1")
                .start(environment)) {
            erp.awaitPort(port);
            String said = Runbook.block("pool-and-heap-seen")
                    .with("localhost:8081", "127.0.0.1:" + port)
                    .run()
                    .ok();

            assertThat(said).containsPattern("hikaricp.connections.max.*\"value\":30.0");
            // The JVM counts parts of the heap without a limit of their own as -1 byte.
            assertThat(said).containsPattern("jvm.memory.max.*\"value\":4.29496729\\dE9");
            Awaitility.await("the warning")
                    .until(() -> erp.said()
                            .contains(
                                    "4 instances x 30 connections (spring.datasource.hikari.maximum-pool-size) are more"
                                            + " than the 97 that the database has"));
        }
    }
}
