package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** container.md and start.md: the variables of docker run, of today and of an older guide, on real servers. */
class StartDrill extends Drill {

    /** Docker's part in it: the variables reach the jar. What a container is beside them is the image's affair. */
    private static final String RUN_THE_JAR = """
            shift
            while (($# > 1)); do
              case "$1" in
                -e) export "$2"; shift 2 ;;
                -d) shift ;;
                *) shift 2 ;;
              esac
            done
            cd "$SCRATCH"
            exec "$JAVA_HOME/bin/java" -Xmx512m -XX:TieredStopAtLevel=1 -jar "$JAR"
            """;

    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.shared();
    }

    @Test
    void a_user_without_ddl_starts_where_nothing_is_pending() {
        Postgres postgres = installation.postgres();
        int port = Programs.freePort();
        try (var container = Runbook.block("docker-run")
                .with("postgres-db:5432", "127.0.0.1:" + postgres.port())
                .with(
                        "HOST=redis-cache",
                        "HOST=127.0.0.1 -e SPRING_DATA_REDIS_PORT="
                                + installation.redis().port())
                .standIn("docker", RUN_THE_JAR)
                .start(circumstances(port))) {
            container.awaitPort(port);

            expectUp(Api.at("http://127.0.0.1:" + port));
            assertThat(postgres.sql(
                            "SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name LIKE 'erp %%:%d'"
                                    .formatted(port)))
                    .isEqualTo("erp_user");
        }
    }

    @Test
    void a_user_without_ddl_is_told_who_migrates_where_something_is_pending() {
        installation.postgres().sql("CREATE DATABASE pending");
        try (var erp = installation.launch(
                Map.of("SPRING_DATASOURCE_URL", installation.postgres().url().replace("/erp_db", "/pending")))) {
            assertThat(erp.exitCode()).isEqualTo(1);
            assertThat(erp.said()).contains("SPRING_FLYWAY_USER").doesNotContain("\tat ");
        }
    }

    /** The variables, the context path and the properties of the older guide, each as it is written there. */
    @Test
    void the_older_guides_variables_and_properties_do_what_they_meant() {
        Postgres postgres = installation.postgres();
        postgres.sql("CREATE DATABASE older");
        int port = Programs.freePort();
        Map<String, String> circumstances = circumstances(port);
        Path folder = Path.of(circumstances.get("SCRATCH"));
        Scratch.file(
                folder.resolve("application.properties"),
                Runbook.text(Path.of("src/test/resources/ops/older-guide.properties")));
        String command = Runbook.text(Path.of("src/test/resources/ops/older-guide-docker-run.sh"))
                .replace("postgres-db:5432/erp_db", "127.0.0.1:" + postgres.port() + "/older")
                .replace("redis-cache", "127.0.0.1")
                .replace("6379", Integer.toString(installation.redis().port()));
        try (var container = Programs.start(
                "older-guide", circumstances, "bash", "-euc", "docker() {\n" + RUN_THE_JAR + "}\n" + command)) {
            container.awaitPort(port);
            Api erp = Api.at("http://127.0.0.1:" + port);

            expectUp(erp);
            assertThat(erp.get("/api/actuator/health").ok())
                    .isEqualTo(erp.get("/actuator/health").ok());
            erp.post("/api/auth/login", Map.of("username", "nobody", "password", "none"))
                    .expect(401);
            assertThat(erp.get("/sign-in").expect(200).text()).contains("</form>");
            expectPool(erp, "max", 30);
            expectPool(erp, "min", 10);
            erp.get("/actuator/prometheus").expect(200);
            assertThat(Runbook.text(folder.resolve("logs/erp.log")))
                    .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d - .* - Started");
            assertThat(container.said())
                    .contains("The setting spring.redis.host is called spring.data.redis.host today")
                    .contains("The setting logging.file.max-size is called")
                    .contains("The setting logging.file.max-history is called")
                    .contains("The setting management.metrics.export.prometheus.enabled is called")
                    .contains("The setting spring.session.store-type has no effect any more");
        }
    }

    private static Map<String, String> circumstances(int port) {
        Path folder = Scratch.folder("container");
        return Map.of(
                "SCRATCH", folder.toString(),
                "JAR", Path.of("target/ERPMain-1.0.0.jar").toAbsolutePath().toString(),
                "SERVER_PORT", Integer.toString(port),
                "ERP_DATA", folder.resolve("data").toString(),
                "ERP_EMBEDDED_ALLOWED", "false",
                "ERP_WEB_DRAIN", "0s");
    }

    private static void expectUp(Api erp) {
        JsonNode health = erp.get("/actuator/health").ok();
        assertThat(health.get("status").textValue()).as(health.toString()).isEqualTo("UP");
        assertThat(health.at("/components/redis/status").textValue()).isEqualTo("UP");
    }

    private static void expectPool(Api erp, String which, int size) {
        assertThat(erp.get("/actuator/metrics/hikaricp.connections." + which)
                        .ok()
                        .at("/measurements/0/value")
                        .asInt())
                .as(which)
                .isEqualTo(size);
    }
}
