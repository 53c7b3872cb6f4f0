package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** monitoring.md: health, meters, and a real Prometheus over three instances. */
class MonitoringDrill extends Drill {

    private static final int METERS_MIN = 150;

    private static List<BuiltErp> instances;

    @BeforeAll
    static void start() {
        needs("monitoring", "curl", "prometheus", "promtool");
        instances = Installation.shared().instances();
    }

    @Test
    void health_has_the_shape_that_operators_were_promised() {
        String said = here(Runbook.block("health")).run().ok();

        assertThat(said).isEqualToIgnoringWhitespace("""
                        {"status":"UP","components":{"db":{"status":"UP"},"diskSpace":{"status":"UP"},"redis":{"status":"UP"}}}""");
    }

    @Test
    void every_meter_of_the_guide_is_there() {
        String said = here(Runbook.block("meters")).run().ok();

        assertThat(said)
                .contains("\"name\":\"jvm.memory.used\"", "\"name\":\"http.server.requests\"")
                .contains("\"name\":\"db.connection.active\"", "erp_signins_failed", "jvm_memory_used_bytes");
    }

    @Test
    void the_rules_are_right_and_their_tests_hold() {
        assertThat(Runbook.block("rules").run().ok()).contains("SUCCESS");
    }

    @Test
    void prometheus_asks_three_instances_and_knows_every_rule() {
        String lines =
                instances.stream().map(erp -> "- 127.0.0.1:" + erp.port()).collect(Collectors.joining("\n          "));
        Path folder = Scratch.folder("prometheus");
        String config = Runbook.text(Path.of("../ops/monitoring/prometheus.yml"));
        Path rules = Path.of("../ops/monitoring/rules/erp.yml").toAbsolutePath().normalize();
        assertThat(config).contains("- localhost:8081", "- rules/erp.yml", "15s");
        Scratch.file(
                folder.resolve("prometheus.yml"),
                config.replace("- localhost:8081", lines)
                        .replace("rules/erp.yml", rules.toString())
                        .replace("15s", "1s"));
        int port = Programs.freePort();
        try (var prometheus = Runbook.block("prometheus")
                .with(
                        "ops/monitoring/prometheus.yml",
                        folder.resolve("prometheus.yml").toString())
                .with("/var/lib/prometheus", folder.resolve("data").toString())
                .with("127.0.0.1:9090", "127.0.0.1:" + port)
                .start(Map.of())) {
            prometheus.awaitPort(port);
            Api asked = Api.at("http://127.0.0.1:" + port + "/api");
            Awaitility.await("three instances are up")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> asked.get("/v1/query?query=up==1")
                                    .json()
                                    .at("/data/result")
                                    .size()
                            == 3);
            JsonNode rulesKnown = asked.get("/v1/rules").ok().at("/data/groups");
            assertThat(rulesKnown.findValuesAsText("health")).isNotEmpty().doesNotContain("err");
            int samples = asked.get("/v1/query?query=min(scrape_samples_scraped)")
                    .ok()
                    .at("/data/result/0/value/1")
                    .asInt();
            assertThat(samples).isGreaterThan(METERS_MIN);
            String slowest = asked.get("/v1/query?query=max(scrape_duration_seconds)")
                    .ok()
                    .at("/data/result/0/value/1")
                    .asText();
            measured("Prometheus reads %d samples from each of three instances, the slowest in %s s", samples, slowest);
        }
    }

    private static Runbook.Block here(Runbook.Block block) {
        return block.with("localhost:8081", "127.0.0.1:" + instances.getFirst().port());
    }
}
