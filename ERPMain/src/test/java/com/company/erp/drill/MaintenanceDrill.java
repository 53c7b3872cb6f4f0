package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.NotRunHere;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** maintenance.md: the lists are gone through, and the database is cared for while a clerk works. */
class MaintenanceDrill extends Drill {

    private static final ErpUser ADMIN = new ErpUser();

    private static Postgres postgres;
    private static BuiltErp erp;
    private static Api api;
    private static String customer;

    @BeforeAll
    static void start() {
        postgres = Installation.shared().postgres();
        erp = Installation.shared().instances().getFirst();
        api = ADMIN.inNewCompany(erp);
        customer = ADMIN.customer(api);
    }

    @Test
    void nobody_waits_for_what_the_page_says_nobody_waits_for() {
        ADMIN.issued(api, customer);
        long usual = longestIssueWhile(() -> ADMIN.issued(api, customer));
        long longest = longestIssueWhile(
                () -> Runbook.block("maintenance").run(postgres.environment()).ok());

        measured(
                "while the database is analysed, vacuumed and indexed anew, an invoice takes at most %d ms (%d ms else)",
                longest, usual);
        assertThat(longest).isLessThan(5_000);
        assertThat(postgres.sql("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .isEqualTo("0");
        ADMIN.expectSoundBooks(api);
    }

    /** In milliseconds, of a clerk who issues one invoice after the other and of whom none is refused. */
    private static long longestIssueWhile(Runnable work) {
        var enough = new AtomicBoolean();
        var longest = new AtomicLong();
        var clerk = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                long started = System.nanoTime();
                ADMIN.issued(api, customer);
                longest.accumulateAndGet((System.nanoTime() - started) / 1_000_000, Math::max);
            }
        });
        work.run();
        enough.set(true);
        clerk.join();
        return longest.get();
    }

    @Test
    void vacuum_full_is_not_for_when_somebody_reads() {
        try (var reader = postgres.running("reader", "SELECT count(*), pg_sleep(60) FROM units")) {
            Awaitility.await("somebody reads")
                    .until(() -> postgres.sql("SELECT count(*) FROM pg_locks WHERE relation = 'units'::regclass")
                            .equals("1"));
            assertThat(refusedWithin200ms("VACUUM FULL units")).contains("lock timeout");
            assertThat(refusedWithin200ms("VACUUM units")).isEmpty();
            assertThat(reader.process().isAlive()).isTrue();
            // By which psql has the server end the statement, too.
            reader.signal("INT");
        }
    }

    private static String refusedWithin200ms(String statement) {
        return postgres.psql("postgres", "-d", Postgres.DATABASE, "-c", "SET lock_timeout = 200", "-c", statement)
                .said();
    }

    @Test
    void the_lines_of_older_guides_work_when_nobody_is_at_work() {
        assertThat(Runbook.block("guide-maintenance")
                        .run(postgres.environment())
                        .ok())
                .contains("REINDEX", "VACUUM", "erp_db")
                .doesNotContain("ERROR");
    }

    @Test
    void the_lists_are_gone_through_and_what_is_wrong_is_found() {
        postgres.sql("SELECT pg_create_physical_replication_slot('of_nobody', true)");
        try {
            Programs.Outcome found = check(Map.of());
            assertThat(found.code()).isEqualTo(1);
            assertThat(found.said())
                    .contains("Daily", "Weekly", "Monthly", "Quarterly")
                    .containsPattern("ok    Health +db UP, diskSpace UP, redis UP")
                    .containsPattern("ok    Migrations +none is pending")
                    .containsPattern("ok    Indexes +all valid")
                    .containsPattern("FAIL  Proxy +shows /actuator to everybody")
                    .containsPattern("FAIL  Replica +does not follow: of_nobody");
        } finally {
            postgres.sql("SELECT pg_drop_replication_slot('of_nobody')");
        }
        assertThat(check(Map.of("SPRING_DATASOURCE_PASSWORD", "wrong")).said())
                .containsPattern("FAIL  Database +.*password");
    }

    /** The instance itself stands where a proxy would that says nothing of whom it speaks for. */
    private static Programs.Outcome check(Map<String, String> more) {
        var environment = new TreeMap<>(Installation.shared().environment());
        environment.put("SERVER_PORT", Integer.toString(erp.port()));
        environment.put("ERP_DATA", erp.data().toString());
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx256m -XX:TieredStopAtLevel=1");
        environment.putAll(more);
        return Runbook.block("check")
                .with("https://erp.example.com", "http://127.0.0.1:" + erp.port())
                .standIn("java", "\"$JAVA_HOME/bin/java\" \"$@\"")
                .run(environment);
    }

    @Test
    void newer_libraries_are_listed() {
        long began = System.nanoTime();
        Programs.Outcome listed = Runbook.block("updates").run();
        NotRunHere.unless(
                listed.code() == 0 || !listed.said().contains("Could not transfer"),
                "newer libraries: needs the repository of libraries");
        assertThat(listed.ok()).contains("The following dependencies in ", " -> ");
        measured("newer libraries are listed after %.0f s", secondsSince(began));
    }
}
