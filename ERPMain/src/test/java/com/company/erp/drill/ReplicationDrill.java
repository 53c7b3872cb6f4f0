package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** replication.md: the primary is killed while clerks post, the replica takes its place, and the lost one comes back. */
class ReplicationDrill extends Drill {

    private static final int INVOICES = 30;
    private static final int REPORTS = 40;

    private static Postgres primary;
    private static Postgres replica;
    private static BuiltErp erp;
    private static Path folder;

    @BeforeAll
    static void start() {
        needs("replication", "pg_basebackup", "pg_rewind", "pg_isready");
        Installation installation = AtEnd.close(Installation.withoutInstances());
        primary = installation.postgres();
        folder = Scratch.folder("replica");
        // To where the user postgres may read them.
        Programs.run("cp", "-R", "ops", folder.toString()).ok();
        Scratch.give(folder, "postgres");
        replica = AtEnd.close(follow());
        var settings = new TreeMap<>(Installation.asOwner());
        settings.put("SPRING_DATASOURCE_URL", urlOfBoth("primary"));
        settings.put("ERP_REPORTS_REPLICA_URL", urlOfBoth("preferSecondary"));
        erp = installation.add(settings);
    }

    /** Makes the replica, for which commits wait. */
    private static Postgres follow() {
        primary.configure(Runbook.text(Path.of("../ops/postgres/replication.conf")));
        Runbook.block("replication-primary").run(primary.environment()).ok();
        primary.sql("ALTER ROLE replicator PASSWORD '%s'".formatted(Postgres.PASSWORD));
        Path cluster = folder.resolve("cluster");
        atServer(
                        primary,
                        Runbook.block("replication-replica")
                                .with("192.168.1.100", "127.0.0.1")
                                .with("/var/lib/postgresql/15/main", cluster.toString()))
                .ok();
        var made = Postgres.on(cluster);
        haveCommitsWait(primary);
        return made;
    }

    private static void haveCommitsWait(Postgres primary) {
        Awaitility.await("a replica follows")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        primary.sql("SELECT state FROM pg_stat_replication").equals("streaming"));
        String said = Runbook.block("replication-synchronous")
                .run(primary.environment())
                .ok();
        assertThat(said).contains("streaming");
        Awaitility.await("commits wait for it")
                .until(() -> primary.sql("SELECT sync_state FROM pg_stat_replication")
                        .equals("sync"));
    }

    private static String urlOfBoth(String wanted) {
        return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/erp_db?targetServerType=%s"
                .formatted(primary.port(), replica.port(), wanted);
    }

    /** As the user postgres, who asks this server where the block names none. */
    private static Programs.Outcome atServer(Postgres server, Runbook.Block block) {
        var environment = new TreeMap<>(server.environment());
        environment.put("PGUSER", "postgres");
        return block.with("ops/postgres", folder.resolve("ops/postgres").toString())
                .runAs("postgres", environment);
    }

    private static Programs.Outcome promote() {
        return atServer(replica, Runbook.block("replication-promote"));
    }

    @Test
    void no_acknowledged_posting_is_lost_with_the_primary_and_the_instance_follows_by_itself() {
        var clerks = new Clerks(seat -> erp.api());
        double promotedAfter;
        int before;
        try (clerks) {
            clerks.await(INVOICES);
            assertThat(promote().said()).contains("The primary still answers.");

            long killed = System.nanoTime();
            primary.server().kill();
            before = clerks.acknowledged();
            promote().ok();
            promotedAfter = secondsSince(killed);
            clerks.await(before + INVOICES);
        }

        clerks.expectNothingLostAndNothingDoubled();
        measured(
                "kill -9 of the primary: promoted after %.1f s, postings stood still for %.1f s, "
                        + "%d acknowledged before and %d after, none lost, none doubled",
                promotedAfter, clerks.longestSilenceSeconds(), before, clerks.acknowledged() - before);
        rejoin();
    }

    /** The former primary follows the replica of before, and has what is written from then on. */
    private static void rejoin() {
        long began = System.nanoTime();
        atServer(
                        replica,
                        Runbook.block("replication-rejoin")
                                .with("192.168.1.101", "127.0.0.1")
                                .with(
                                        "/var/lib/postgresql/15/main",
                                        primary.cluster().toString()))
                .ok();
        primary.restart();
        haveCommitsWait(replica);
        measured("the former primary follows again after %.1f s", secondsSince(began));

        new ErpUser().inNewCompany(erp);
        String companies = "SELECT count(*) FROM companies";
        String there = replica.sql(companies);
        Awaitility.await("the former primary has it too")
                .until(() -> primary.sql(companies).equals(there));
    }

    @Test
    void reports_come_from_the_replica_and_nobody_misses_there_what_he_has_just_posted() {
        var admin = new ErpUser();
        Api api = admin.inNewCompany(erp);
        String customer = admin.customer(api);
        Awaitility.await("reports come from the replica")
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    entries(api);
                    return reportsFrom(api, "replica") > 0;
                });
        double before = reportsFrom(api, "replica");

        for (int posted = 1; posted <= REPORTS; posted++) {
            admin.issued(api, customer);
            assertThat(entries(api)).isEqualTo(posted);
        }

        double there = reportsFrom(api, "replica") - before;
        assertThat(there).isPositive();
        measured("of %d reports, each right after a posting, %.0f came from the replica, none behind", REPORTS, there);
    }

    private static int entries(Api api) {
        return api.get("/api/reports/journal?from=2026-03-01&to=2026-03-31&limit=500")
                .ok()
                .get("items")
                .size();
    }

    private static double reportsFrom(Api api, String server) {
        return api.get("/actuator/metrics/erp.reports?tag=from:" + server)
                .ok()
                .at("/measurements/0/value")
                .asDouble();
    }

    @Test
    void the_line_of_older_guides_makes_a_copy() {
        Path cluster = folder.resolve("of-the-guide");
        // The copy waits for a checkpoint that takes its time, unless there is nothing left to write.
        replica.sql("CHECKPOINT");
        Runbook.block("guide-replica")
                .with("192.168.1.100", "127.0.0.1")
                .with("/var/lib/postgresql/14/main", cluster.toString())
                .run(replica.environment())
                .ok();
        assertThat(cluster.resolve("PG_VERSION")).exists();
    }
}
