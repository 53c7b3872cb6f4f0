package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** container.md: the image is built, and does as a container what the page says of it. */
class ImageDrill extends Drill {

    private static final String IMAGE = "erp-system:3.5.5";
    private static final Pattern HEAP = Pattern.compile("-XX:MaxHeapSize=(\\d+)");
    private static final long LIMIT = 2L << 30;

    private static Installation installation;
    private static Images images;

    /** The jar is the one that all drills run: to compile it is the build's part, whose lines OperatorFilesTest reads. */
    @BeforeAll
    static void build() {
        images = Images.withBases("the image");
        installation = Installation.shared();
        long began = System.nanoTime();
        images.build(Runbook.block("docker-build").with("docker build", "docker build --build-arg JAR=built"));
        measured("the image is built of the jar in %.0f s", secondsSince(began));
    }

    @Test
    void it_says_what_it_is_made_of_and_how_its_health_is_asked() {
        assertThat(images.told(IMAGE, "index .Docker.Config.Labels \"com.company.erp.sbom\""))
                .isEqualTo("/app/sbom/application.cdx.json");
        assertThat(images.told(IMAGE, ".Docker.Config.User")).isEqualTo("erp");
        assertThat(images.told(IMAGE, ".Docker.Config.StopSignal")).isEqualTo("SIGTERM");
        assertThat(images.told(IMAGE, ".Docker.Config.Healthcheck.Test")).isEqualTo("[CMD sh /app/health]");
    }

    @Test
    void without_a_database_it_says_so_and_ends() {
        var refused = images.run(Runbook.block("docker-run")
                .with("  -e SPRING_DATASOURCE_URL=jdbc:postgresql://postgres-db:5432/erp_db \\\n", ""));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.said())
                .contains("SPRING_DATASOURCE_URL names no database", "Set SPRING_DATASOURCE_URL")
                .doesNotContain("\tat ");
    }

    @Test
    void java_opts_replace_the_share_of_the_heap() {
        var told = images.run(Runbook.block("docker-run")
                .with("docker run", "docker run -e JAVA_OPTS='-Xmx1G -XshowSettings:vm -version'"));

        assertThat(told.exitCode()).isZero();
        assertThat(told.said()).contains("Max. Heap Size: 1.00G");
    }

    @Test
    void it_serves_as_its_own_user_and_leaves_without_haste() throws Exception {
        int port = Programs.freePort();
        long began = System.nanoTime();
        try (var container = images.run(here(
                Runbook.block("docker-run")
                        .with(
                                "-e JWT",
                                "-e SPRING_DATA_REDIS_PORT="
                                        + installation.redis().port() + " -e JWT"),
                port))) {
            container.awaitPort(port);
            measured("a container of the image serves after %.1f s", secondsSince(began));
            Api erp = Api.at("http://127.0.0.1:" + port);
            expectUp(erp);
            String process = "/proc/" + container.pid();
            assertThat(Files.getAttribute(Path.of(process), "unix:uid")).isEqualTo(10_001);
            assertThat(Files.readString(Path.of(process, "maps")))
                    .as("what the JVM learned while the image was built")
                    .contains("/app/erp.aot");

            String said = container.exec(Runbook.block("docker-exec"));
            assertThat(said).contains("Full thread dump", "Heap dump file created");
            assertThat(heap(said)).isBetween(LIMIT * 60 / 100, LIMIT * 66 / 100);
            assertThat(Files.size(Path.of(process, "root/var/lib/erp/heap.hprof")))
                    .isPositive();
            assertThat(Files.readString(Path.of(process, "root/app/sbom/application.cdx.json")))
                    .contains("\"bomFormat\" : \"CycloneDX\"", "spring-boot");

            container.askToStop();
            Awaitility.await("told not to send requests any more")
                    .until(() -> erp.get("/actuator/health/readiness").status() == 503);
            erp.get("/sign-in").expect(200);
            assertThat(container.exitCode()).isEqualTo(143);
        }
    }

    /** Both as they are written there, the Dockerfile and the variables. */
    @Test
    void the_older_guides_dockerfile_works_too() {
        images.build(
                olderGuide("docker build -f ERPMain/src/test/resources/ops/older-guide.Dockerfile -t older-guide ."));
        int port = Programs.freePort();
        String run = Runbook.text(Path.of("src/test/resources/ops/older-guide-docker-run.sh"))
                .replace(IMAGE, "-e JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1 older-guide")
                .replace(
                        "SPRING_REDIS_PORT=6379",
                        "SPRING_REDIS_PORT=" + installation.redis().port());
        long began = System.nanoTime();
        try (var container = images.run(here(olderGuide(run), port))) {
            container.awaitPort(port);
            measured("a container of the older guide's image serves after %.1f s", secondsSince(began));
            expectUp(Api.at("http://127.0.0.1:" + port + "/api"));
        }
    }

    private static Runbook.Block olderGuide(String commands) {
        return new Runbook.Block("older guide", "older-guide", "sh", commands, "");
    }

    /** On the servers of the drills, and the network of this machine. */
    private static Runbook.Block here(Runbook.Block block, int port) {
        return block.with("-p 8081:8081", "-e SERVER_PORT=" + port)
                .with("postgres-db:5432", "127.0.0.1:" + installation.postgres().port())
                .with("redis-cache", "127.0.0.1");
    }

    private static long heap(String flags) {
        Matcher found = HEAP.matcher(flags);
        assertThat(found.find()).as(flags).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static void expectUp(Api erp) {
        assertThat(erp.get("/actuator/health").ok().get("status").textValue()).isEqualTo("UP");
    }
}
