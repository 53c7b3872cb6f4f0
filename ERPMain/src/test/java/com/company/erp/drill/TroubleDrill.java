package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.jar.BuiltErp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** troubleshooting.md: the questions that it has operators ask get answers. */
class TroubleDrill extends Drill {

    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    private static final long BETWEEN_REQUESTS_NANOS = 200_000_000;

    private static BuiltErp erp() {
        return Installation.shared().instances().getFirst();
    }

    private static Runbook.Block here(Runbook.Block block) {
        return block.with("8081", Integer.toString(erp().port()));
    }

    @Test
    void the_erp_says_how_it_is() {
        needs("asking the ERP", "curl");
        assertThat(here(Runbook.block("ask-health")).run().ok()).contains("\"status\":\"UP\"");
    }

    @Test
    void postgresql_says_how_it_is() {
        needs("asking PostgreSQL", "psql", "pg_isready");
        Postgres postgres = Installation.shared().postgres();

        String said = Runbook.block("ask-postgres")
                .with("-p 5432", "-p " + postgres.port())
                .with("psql -h localhost", "psql -h 127.0.0.1 -p " + postgres.port())
                .run(postgres.environment())
                .ok();

        assertThat(said).contains("accepting connections", "(1 row)");
    }

    @Test
    void redis_says_how_it_is_and_what_it_is_asked() throws Exception {
        needs("asking Redis", "redis-cli");
        String port = Integer.toString(Installation.shared().redis().port());

        assertThat(Runbook.block("ask-redis").with("6379", port).run().ok())
                .contains("PONG", "redis_version:", "used_memory:", "total_commands_processed:");

        var watching = CompletableFuture.supplyAsync(
                () -> Runbook.block("redis-monitor").with("6379", port).run());
        while (!watching.isDone()) {
            erp().get("/sign-in");
            LockSupport.parkNanos(BETWEEN_REQUESTS_NANOS);
        }
        assertThat(watching.get().ok()).contains("OK").contains("\"");
    }

    @Test
    void the_machine_says_who_has_the_port() {
        needs("asking the machine", "netstat", "lsof", "free");
        assertThat(here(Runbook.block("ask-machine")).run().ok()).contains("LISTEN", "java");
    }

    @Test
    void the_jvm_says_what_it_does_and_what_fills_its_heap() throws Exception {
        String pid = Long.toString(erp().pid());
        Path folder = Scratch.folder("trouble");
        String jcmd = BIN.resolve("jcmd").toString();

        assertThat(Runbook.block("threads")
                        .with("jcmd ERPMain-1.0.0.jar", jcmd + " " + pid)
                        .with("/tmp/", folder + "/")
                        .run()
                        .ok())
                .contains("Full thread dump");
        assertThat(Files.readString(folder.resolve("erp-threads.json"))).contains("\"threadDump\"");
        assertThat(Runbook.block("heap")
                        .with("jcmd ERPMain-1.0.0.jar", jcmd + " " + pid)
                        .with("/tmp/", folder + "/")
                        .run()
                        .ok())
                .contains("heap", "java.lang.String", "Heap dump file created");
        assertThat(folder.resolve("erp-heap.hprof")).isNotEmptyFile();
    }

    @Test
    void without_memory_it_leaves_a_dump_and_ends() {
        Path folder = Scratch.folder("memory");
        var environment = new HashMap<>(Installation.shared().environment());
        environment.put("LOGGING_FILE_NAME", "");
        environment.put("SERVER_PORT", Integer.toString(Programs.freePort()));

        var outcome = Runbook.block("out-of-memory")
                .with("java ", BIN.resolve("java") + " ")
                .with("-Xmx2G", "-Xmx40m")
                .with("/var/lib/erp", folder.toString())
                .run(environment);

        assertThat(outcome.code()).as(outcome.said()).isEqualTo(3);
        assertThat(folder.resolve("heap.hprof")).isNotEmptyFile();
    }
}
