package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.jar.BuiltErp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * upgrade.md: the next version takes the place of this one while clerks work, and this one its place again. The next
 * one is the same jar with migrations of its own beside it, which add, fill and index what this one knows nothing of.
 */
class UpgradeDrill extends Drill {

    private static final int PARTIES = 20_000;

    private static Installation installation;
    private static Proxy nginx;
    private static Path migrations;

    @BeforeAll
    static void start() {
        needs("three instances", "nginx", "curl", "openssl");
        installation = Installation.shared();
        nginx = Proxy.nginx(installation.instances());
        migrations = Scratch.folder("next");
        Scratch.file(migrations.resolve("V99990101_0001__add.sql"), """
                ALTER TABLE invoices ADD COLUMN drill_grade text NOT NULL DEFAULT 'A';
                ALTER TABLE parties ADD COLUMN drill_grade text;
                """);
        Scratch.file(migrations.resolve("V99990101_0002__fill.sql"), "UPDATE parties SET drill_grade = 'A';");
        Scratch.file(
                migrations.resolve("V99990101_0003__index.sql"),
                "CREATE INDEX CONCURRENTLY invoices_drill ON invoices (company_id, drill_grade, id);");
    }

    @AfterAll
    static void stop() {
        if (nginx != null) nginx.close();
    }

    @BeforeEach
    void add_what_is_to_be_filled() {
        installation.postgres().sql("""
                INSERT INTO parties (company_id, id, version, code, name, sort_name, customer, supplier, addresses,
                                     contacts, active, search_text)
                SELECT c.id, gen_random_uuid(), 0, 'drill ' || n, 'Drill', 'drill', true, false, '[]', '[]', true, 'drill'
                FROM (SELECT id FROM companies LIMIT 1) c, generate_series(1, %d) n""".formatted(PARTIES));
    }

    @AfterEach
    void leave_nothing_behind() {
        Postgres postgres = installation.postgres();
        postgres.sql("DELETE FROM parties WHERE code LIKE 'drill %'");
        postgres.sql("ALTER TABLE parties DROP COLUMN IF EXISTS drill_grade");
        postgres.sql("ALTER TABLE invoices DROP COLUMN IF EXISTS drill_grade");
        postgres.sql("DELETE FROM flyway_schema_history WHERE version LIKE '9999%'");
    }

    @Test
    void the_next_version_rolls_over_this_one_and_back_without_a_failed_request() {
        var clerks = new Clerks(nginx::seat);
        double there;
        long began = System.nanoTime();
        try (clerks;
                var reader = someoneReadsForLong()) {
            clerks.await(1);
            roll(UpgradeDrill::next, reader);
            there = secondsSince(began);
            clerks.await(clerks.acknowledged() + 1);
            assertThat(
                            installation
                                    .postgres()
                                    .sql(
                                            "SELECT (SELECT count(*) FROM parties WHERE drill_grade IS NULL),"
                                                    + " (SELECT indisvalid FROM pg_index WHERE indexrelid = 'invoices_drill'::regclass)"))
                    .isEqualTo("0|t");
            roll(n -> Map.of(), reader);
            clerks.await(clerks.acknowledged() + 1);
        }

        assertThat(clerks.failures()).isEmpty();
        clerks.expectNothingLostAndNothingDoubled();
        measured(
                "three instances rolled to the next version in %.0f s, with migrations, and back in %.0f s: %d requests,"
                        + " %d invoices, none failed; the longest pause between two invoices was %.1f s",
                there,
                secondsSince(began) - there,
                clerks.requests(),
                clerks.acknowledged(),
                clerks.longestSilenceSeconds());
    }

    /** The first one migrates. */
    private static Map<String, String> next(int n) {
        Map<String, String> withMigrations =
                Map.of("SPRING_FLYWAY_LOCATIONS", "classpath:db/migration,filesystem:" + migrations);
        if (n > 0) return withMigrations;
        var asOwner = new TreeMap<>(withMigrations);
        asOwner.putAll(Installation.asOwner());
        return asOwner;
    }

    /** A report, say, that holds on to the table which the first migration wants. */
    private static Programs.Running someoneReadsForLong() {
        return installation
                .postgres()
                .running("reader", "SELECT count(*), pg_sleep(600) FROM (SELECT FROM invoices LIMIT 1) one");
    }

    /** As proxy.md tells it. */
    private static void roll(IntFunction<Map<String, String>> version, Programs.Running reader) {
        Path orders = Scratch.folder("orders");
        String hosts = installation.instances().stream()
                .map(erp -> Integer.toString(erp.port()))
                .collect(Collectors.joining(" "));
        var operator = CompletableFuture.supplyAsync(() -> Runbook.block("rolling")
                .with("erp1 erp2 erp3", hosts)
                .with("http://$host:8081", "http://127.0.0.1:$host")
                .standIn("ssh", "touch " + orders + "/$1; while [ -e " + orders + "/$1 ]; do sleep 0.2; done")
                .run());
        Awaitility.await("all are replaced").atMost(Duration.ofMinutes(8)).until(() -> {
            obey(orders, version);
            letGoOnceAMigrationWaits(reader);
            return operator.isDone();
        });
        operator.join().ok();
    }

    /** What {@code systemctl restart erp} does on the machine that is asked for by its file. */
    private static void obey(Path orders, IntFunction<Map<String, String>> version) {
        List<BuiltErp> instances = installation.instances();
        for (int i = 0; i < instances.size(); i++) {
            Path order = orders.resolve(Integer.toString(instances.get(i).port()));
            if (!Files.exists(order)) continue;
            instances.get(i).close();
            installation.relaunch(i, version.apply(i));
            Programs.run("rm", order.toString()).ok();
        }
    }

    private static void letGoOnceAMigrationWaits(Programs.Running reader) {
        boolean waits = installation.instances().getFirst().said().contains("waits until its table is free");
        if (waits && reader.process().isAlive()) reader.signal("INT");
    }
}
