package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** backup.md, back to a given second: pgBackRest archives the log, and the books are as they were before a mistake. */
class PointInTimeDrill extends Drill {

    private static final ErpUser ADMIN = new ErpUser();

    private static Installation installation;
    private static Postgres postgres;
    private static BuiltErp erp;
    private static Path folder;

    @BeforeAll
    static void start() {
        needs("back to a given second", "pgbackrest", "runuser");
        needsRoot("back to a given second");
        installation = AtEnd.close(Installation.withoutInstances());
        postgres = installation.postgres();
        folder = Scratch.folder("point-in-time");
        archive();
        pgBackRest(Runbook.block("pitr-begin")).ok();
        erp = installation.add(Installation.asOwner());
    }

    /** The page's settings, for a server that has other folders and another port. */
    private static void archive() {
        Path repository = folder.resolve("repository");
        String settings = Runbook.text(Path.of("../ops/backup/pgbackrest.conf"));
        assertThat(settings).contains("/backups/pgbackrest", "/var/lib/postgresql/15/main");
        String here = settings.replace("/backups/pgbackrest", repository.toString())
                .replace("/var/lib/postgresql/15/main", postgres.cluster().toString())
                .replace("[global]", "[global]\nlog-path=%1$s\nlock-path=%1$s".formatted(repository));
        Path written = Scratch.file(
                folder.resolve("written.conf"),
                here + "pg1-port=%d\npg1-socket-path=%s\n".formatted(postgres.port(), postgres.folder()));
        Path settingsOfServer = Scratch.in(folder, "conf.d");
        Runbook.block("pitr-setup")
                .with("ops/backup/pgbackrest.conf", written.toString())
                .with("/etc/pgbackrest.conf", settingsFile().toString())
                .with("/backups/pgbackrest", repository.toString())
                .with("/etc/postgresql/15/main/conf.d", settingsOfServer.toString())
                .standIn("apt-get", "true")
                .standIn("systemctl", "true")
                .run()
                .ok();
        postgres.configure(withSettings(Runbook.text(settingsOfServer.resolve("archive.conf"))));
    }

    private static Path settingsFile() {
        return folder.resolve("pgbackrest.conf");
    }

    /** What is found in /etc without a word has to be named here. */
    private static String withSettings(String command) {
        return command.replace("pgbackrest --stanza", "pgbackrest --config=" + settingsFile() + " --stanza");
    }

    private static Programs.Outcome pgBackRest(Runbook.Block block) {
        return block.with(block.text(), withSettings(block.text())).run(postgres.environment());
    }

    @Test
    void the_books_are_as_they_were_at_a_given_second() {
        Api api = ADMIN.inNewCompany(erp);
        String customer = ADMIN.customer(api);
        String before = issued(api, customer);
        long began = System.nanoTime();
        pgBackRest(Runbook.block("pitr-backup")).ok();
        measured("a backup by pgBackRest: %.1f s", secondsSince(began));
        String between = issued(api, customer);
        // pgBackRest counts in whole seconds: a point in the second in which the backup ended has no backup before it.
        String second = postgres.sql("SELECT clock_timestamp() FROM pg_sleep(1.1)");
        String mistake = issued(api, customer);
        awaitArchived();

        postgres.close();
        began = System.nanoTime();
        pgBackRest(Runbook.block("pitr-restore").with("2026-11-30 14:59:00+01", second))
                .ok();
        postgres.restart();
        Awaitility.await("recovered")
                .atMost(Duration.ofSeconds(60))
                .until(() -> postgres.psql("postgres", "-d", Postgres.DATABASE, "-c", "SELECT pg_is_in_recovery()")
                        .said()
                        .equals("f\n"));
        measured("back to a given second: %.1f s", secondsSince(began));

        assertThat(verify().ok()).contains("The books and files of every company are sound.");
        erp.awaitReady();
        assertThat(numbers(api)).contains(before, between).doesNotContain(mistake);
        ADMIN.expectSoundBooks(api);
        assertThat(issued(api, customer)).as("its number is free again").isEqualTo(mistake);
    }

    private static void awaitArchived() {
        String written = postgres.sql("SELECT pg_walfile_name(pg_switch_wal())");
        Awaitility.await("the log is archived")
                .atMost(Duration.ofSeconds(30))
                .until(() -> postgres.sql("SELECT last_archived_wal >= '" + written + "' FROM pg_stat_archiver")
                        .equals("t"));
    }

    private static Programs.Outcome verify() {
        var environment = new TreeMap<>(installation.environment());
        environment.putAll(Map.of(
                "ERP_DATA", folder.resolve("data").toString(),
                "LOGGING_FILE_NAME", "",
                "JAVA_TOOL_OPTIONS", "-Xmx512m -XX:TieredStopAtLevel=1"));
        return Runbook.block("verify")
                .standIn("java", "\"$JAVA_HOME/bin/java\" \"$@\"")
                .run(environment);
    }

    private static String issued(Api api, String customer) {
        return ADMIN.issued(api, customer).get("number").textValue();
    }

    private static List<String> numbers(Api api) {
        return api.get("/api/invoices?limit=500").ok().get("items").findValuesAsText("number");
    }
}
