package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** backup.md: backed up while clerks work, destroyed, and restored; and what is refused. */
class BackupDrill extends Drill {

    private static final int BEFORE = 5;

    /** systemd's part in it: the units are read by its own program, and the service is run once with the rights it has. */
    private static final String SYSTEMCTL = """
            [ "$1" = enable ] || return 0
            cd /etc/systemd/system
            systemd-analyze verify erp-backup.service "$3"
            value() { sed -n "s/^$2=//p" "$1"; }
            systemd-analyze calendar "$(value erp-backup.timer OnCalendar)"
            env -i PATH="$PATH" $(grep -v '^#' "$(value erp-backup.service EnvironmentFile)") \\
              PGPORT="$PGPORT" BACKUP_FOLDER="$BACKUP_FOLDER" \\
              setpriv --inh-caps=-all --bounding-set=-all,+dac_read_search $(value erp-backup.service ExecStart)
            """;

    private static final ErpUser ADMIN = new ErpUser();

    private static Installation installation;
    private static Postgres postgres;
    private static BuiltErp erp;
    private static Api api;
    private static Path around;
    private static Path backups;

    @BeforeAll
    static void start() {
        needs("backup", "pg_dump", "pg_restore", "createdb", "age", "sha256sum");
        installation = AtEnd.close(Installation.withoutInstances());
        postgres = installation.postgres();
        around = Scratch.folder("backup");
        backups = around.resolve("backups");
        erp = installation.launch(Installation.asOwner()).awaitReady();
        api = ADMIN.inNewCompany(erp);
    }

    @AfterAll
    static void stop() {
        if (erp != null) erp.close();
    }

    @Test
    void a_backup_under_load_brings_back_every_invoice_and_paper_of_before() throws IOException {
        String customer = ADMIN.customer(api);
        Map<String, byte[]> papers = new TreeMap<>();
        for (int i = 0; i < BEFORE; i++) {
            JsonNode invoice = ADMIN.issued(api, customer);
            papers.put(invoice.get("id").textValue(), paper(invoice.get("id").textValue()));
        }
        long started = System.nanoTime();
        Path backup = whileAClerkWorks(customer, () -> newestOf(backup(Map.of())));
        measured("a backup under load: %.1f s", secondsSince(started));
        theDamagedAreRefused(backup);

        started = System.nanoTime();
        erp.close();
        postgres.psql("postgres", "-c", "DROP DATABASE " + Postgres.DATABASE + " WITH (FORCE)")
                .ok();
        Files.move(installation.documents(), around.resolve("destroyed"));
        String said = restore(backup).ok();
        measured("destroyed, restored and proven: %.1f s", secondsSince(started));
        assertThat(said).contains("The books and files of every company are sound.", "Restored, counted and proven.");
        assertThat(restore(backup, around.resolve("again")).said())
                .contains("Nothing was restored: the database erp_db is not empty.");

        erp = installation.launch(Map.of()).awaitReady();
        api = ADMIN.again(erp, api);
        papers.forEach((invoice, bytes) -> assertThat(paper(invoice)).isEqualTo(bytes));
        ADMIN.expectSoundBooks(api);
    }

    private interface Work {
        Path done() throws IOException;
    }

    private static Path whileAClerkWorks(String customer, Work work) throws IOException {
        AtomicBoolean enough = new AtomicBoolean();
        var clerk = CompletableFuture.runAsync(() -> {
            while (!enough.get()) paper(ADMIN.issued(api, customer).get("id").textValue());
        });
        try {
            return work.done();
        } finally {
            enough.set(true);
            clerk.join();
        }
    }

    private static byte[] paper(String invoice) {
        return api.get("/api/invoices/" + invoice + "/pdf").expect(200).bytes();
    }

    private static Programs.Outcome backup(Map<String, String> settings) {
        return Runbook.block("backup")
                .with("PGHOST=localhost", "PGHOST=127.0.0.1")
                .with("/backups/erp-db", backups.toString())
                .with("/var/lib/erp", around.resolve("data").toString())
                .run(with(settings));
    }

    /** The settings of the drill's servers, and more. */
    private static Map<String, String> with(Map<String, String> settings) {
        var environment = new TreeMap<>(installation.environment());
        environment.putAll(postgres.environment());
        environment.put("METRICS_FOLDER", around.toString());
        environment.putAll(settings);
        return environment;
    }

    private static Path newestOf(Programs.Outcome backup) {
        String said = backup.ok();
        String name = said.replaceFirst("(?s).*Backup completed: (\\S+) .*", "$1");
        assertThat(Runbook.text(around.resolve("erp_backup.prom"))).contains("erp_backup_succeeded 1");
        assertThat(postgres.sql("SELECT count(*) FROM backups WHERE size_bytes = "
                        + Path.of(name).toFile().length()))
                .isNotEqualTo("0");
        return Path.of(name);
    }

    private static Programs.Outcome restore(Path backup) {
        return Runbook.block("restore")
                .with("/backups/erp-db/erp-20261130-020000.tar", backup.toString())
                .run(with(restoring(around.resolve("data"))));
    }

    /** Without making the database first. */
    private static Programs.Outcome restore(Path backup, Path data) {
        return Programs.run(with(restoring(data)), "ops/backup/restore.sh", backup.toString());
    }

    private static Map<String, String> restoring(Path data) {
        return Map.of(
                "PGUSER", "postgres",
                "ERP_DATA", data.toString(),
                "ERP_JAR", "ERPMain/target/ERPMain-1.0.0.jar",
                "JAVA_TOOL_OPTIONS", "-Xmx512m -XX:TieredStopAtLevel=1");
    }

    private static void theDamagedAreRefused(Path backup) throws IOException {
        Path cut = Scratch.cutCopy(backup, around.resolve("cut.tar"));
        Path damaged = Scratch.flippedCopy(backup, around.resolve("damaged.tar"));
        Path unknown = Files.copy(backup, around.resolve("unknown.tar"));
        for (Path copy : List.of(cut, damaged)) sum(backup, copy);
        for (Path bad : List.of(cut, damaged, unknown)) {
            Programs.Outcome refused = restore(bad, around.resolve("never"));
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.said()).startsWith("Nothing was restored: ");
        }
        assertThat(around.resolve("never")).doesNotExist();
    }

    /** The sum of the backup under the name of its copy. */
    private static void sum(Path backup, Path copy) {
        Scratch.file(
                Path.of(copy + ".sha256"),
                Runbook.text(Path.of(backup + ".sha256"))
                        .replace(
                                backup.getFileName().toString(),
                                copy.getFileName().toString()));
    }

    @Test
    void a_failure_is_loud_and_leaves_the_last_good_one_however_old() throws IOException {
        Path good = newestOf(backup(Map.of()));
        Path old = Files.move(good, good.resolveSibling("erp-20260101-020000.tar"));
        Programs.run("touch", "--date=31 days ago", old.toString()).ok();

        Programs.Outcome failed = backup(Map.of("PGDATABASE", "no_such_database"));
        assertThat(failed.code()).isNotZero();
        assertThat(failed.said()).contains("BACKUP FAILED: there is no new backup in " + backups);
        assertThat(Runbook.text(around.resolve("erp_backup.prom")))
                .containsPattern("(?s)erp_backup_succeeded 0\nerp_backup_last_success_timestamp_seconds [1-9]");
        assertThat(old).exists();
        assertThat(backups.toFile().list()).noneMatch(name -> name.startsWith(".part"));

        Path next = newestOf(backup(Map.of()));
        assertThat(old).as("a newer one is there").doesNotExist();
        assertThat(next).exists();
    }

    @Test
    void systemd_makes_one_every_night() {
        needs("the timer of systemd", "systemd-analyze");
        var overlay = new Overlay("the timer of systemd");
        var environment = new TreeMap<>(postgres.environment());
        environment.put("BACKUP_FOLDER", around.resolve("nightly").toString());

        String said = overlay.run(
                        Runbook.block("backup-timer")
                                .with("/backups/erp-db", "\"$BACKUP_FOLDER\"")
                                .standIn("systemctl", SYSTEMCTL),
                        environment)
                .ok();

        assertThat(said).contains("02:00:00", "Backup completed: " + around.resolve("nightly"));
        assertThat(overlay.changed("/etc/erp/pgpass")).exists();
    }

    @Test
    void an_encrypted_one_is_opened_by_the_key_that_is_kept_elsewhere() {
        String key = Programs.run("age-keygen").ok();
        Path identity = Scratch.file(around.resolve("key"), key.replaceFirst("(?s)^Public key.*?\n", ""));
        String recipient = key.replaceFirst("(?s).*public key: (\\S+).*", "$1");
        Path backup = newestOf(backup(Map.of("AGE_RECIPIENT", recipient)));

        assertThat(backup.toString()).endsWith(".tar.age");
        assertThat(Programs.run("tar", "-tf", backup.toString()).code()).isNotZero();
        Programs.run("bash", "-c", "age --decrypt --identity " + identity + " " + backup + " | tar -t")
                .ok();
    }

    @Test
    void the_lines_of_older_guides_work_too() {
        Path folder = around.resolve("guide");
        String made = Runbook.block("guide-backup")
                .with("/backups/erp-db", folder.toString())
                .with("localhost", "127.0.0.1")
                .run(postgres.environment())
                .ok();
        String file = made.strip().replaceFirst("(?s).*Backup completed: ", "");
        postgres.psql("postgres", "-c", "CREATE DATABASE guide").ok();

        String restored = Runbook.block("guide-restore")
                .with("erp_db_20260221_020000.sql.gz", file)
                .with("localhost", "127.0.0.1")
                .with("-d erp_db", "-d guide")
                .run(postgres.environment())
                .ok();
        assertThat(restored).contains("(1 row)").doesNotContain("ERROR");
        postgres.psql("postgres", "-c", "DROP DATABASE guide").ok();
    }
}
