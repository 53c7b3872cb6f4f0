package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** logging.md: reading the log, having it as JSON, and changing levels. */
class LoggingDrill extends Drill {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** An instance without a database says why, and ends: all that this drill needs to hear. */
    private static Map<String, String> without(Path data) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:1/erp_db",
                "SPRING_DATA_REDIS_HOST",
                "127.0.0.1",
                "JWT_SECRET",
                "at_least_32_random_characters_here",
                "ERP_DATA",
                data.toString(),
                "LOGGING_FILE_NAME",
                data.resolve("logs/erp.log").toString());
    }

    private static Programs.Outcome json(Path data) {
        return Runbook.block("json-log").with("java -jar", JAVA + " -jar").run(without(data));
    }

    @Test
    void every_line_is_json_on_the_console_and_in_the_file() throws Exception {
        Path data = Scratch.folder("json-log");
        var outcome = json(data);

        assertThat(outcome.code()).isEqualTo(1);
        String file = Runbook.text(data.resolve("logs/erp.log"));
        assertThat(outcome.said()).contains("The database at 127.0.0.1:1 does not answer.");
        // Java may have its own to say between them.
        assertThat(outcome.said().lines()).containsSubsequence(file.lines().toList());
        for (String line : file.split("\n")) {
            assertThat(new ObjectMapper().readTree(line).at("/log/level").textValue())
                    .isNotEmpty();
        }
    }

    @Test
    void the_file_is_where_the_guide_looks_for_it() {
        Path data = Scratch.folder("log");
        Path log = data.resolve("logs/erp.log");
        Scratch.file(Scratch.in(data, "logs").resolve("erp.log"), """
                2026-11-30 09:14:07 INFO  c.c.e.House - open
                2026-11-30 09:14:08 ERROR c.c.e.House - on fire
                  it burns
                """);

        assertThat(Runbook.block("log")
                        .with("logs/erp.log", log.toString())
                        .run()
                        .ok())
                .contains("open", "on fire", "it burns");
    }

    @Test
    void an_administrator_changes_a_level_and_takes_it_back() {
        needs("changing levels", "curl");
        BuiltErp erp = Installation.shared().instances().getFirst();
        String token = new ErpUser().inNewCompany(erp).header("Authorization").replaceFirst("^Bearer ", "");

        String said = Runbook.block("log-level")
                .with("localhost:8081", "127.0.0.1:" + erp.port())
                .run(Map.of("TOKEN", token))
                .ok();

        assertThat(said.replaceAll("\\s", "")).isEqualTo("""
                {"configuredLevel":"INFO","effectiveLevel":"INFO"}""");
        assertThat(erp.said())
                .contains("The level of com.company was set to DEBUG.")
                .contains("The level of com.company was set to that of the one above.");
    }
}
