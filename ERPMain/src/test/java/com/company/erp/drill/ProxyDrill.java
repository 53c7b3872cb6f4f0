package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** proxy.md: the files of ops in a real nginx and a real HAProxy, before three instances. */
class ProxyDrill extends Drill {

    private static final int FIRST_PAGE_REQUESTS_MAX = 8;
    private static final int SIGN_INS = 60;
    private static final int UPLOAD_BYTES = 3_000_000;

    private static Installation installation;
    private static Proxy nginx;
    private static Proxy haproxy;

    @BeforeAll
    static void start() {
        needs("proxies", "nginx", "haproxy", "curl", "openssl");
        installation = Installation.shared();
        nginx = Proxy.nginx(installation.instances());
        haproxy = Proxy.haproxy(installation.instances());
    }

    @AfterAll
    static void stop() {
        if (nginx != null) nginx.close();
        if (haproxy != null) haproxy.close();
    }

    private static Proxy proxy(String name) {
        return name.equals("nginx") ? nginx : haproxy;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void pages_come_over_http2_and_plain_http_is_sent_on(String name) {
        Proxy proxy = proxy(name);

        String page = curl(proxy, "/sign-in", "-i").ok();
        String plain = Programs.run("curl", "-si", "http://localhost:" + proxy.plainPort() + "/invoices?status=OVERDUE")
                .ok();

        assertThat(page).startsWith("HTTP/2 200").containsIgnoringCase("strict-transport-security: max-age=31536000");
        assertThat(plain).contains(" 301 ").containsIgnoringCase("location: https://localhost");
        assertThat(plain).contains("/invoices?status=OVERDUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void the_actuator_is_shut_but_for_health(String name) {
        for (String open : List.of("/actuator/health", "/actuator/health/readiness", "/api/actuator/health")) {
            assertThat(status(proxy(name), open)).as(open).isEqualTo("200");
        }
        for (String shut : List.of(
                "/actuator",
                "/actuator/prometheus",
                "/api/actuator/metrics",
                "//actuator/prometheus",
                "/%61ctuator/prometheus",
                "/./actuator/prometheus",
                "/api/../actuator/prometheus",
                "/actuator/health/../prometheus",
                "/actuator/health%2f..%2fprometheus",
                "/actuator;a=b/prometheus",
                "/;a/actuator/prometheus")) {
            assertThat(status(proxy(name), shut, "--path-as-is")).as(shut).isIn("400", "401", "403", "404");
        }
        assertThat(status(
                        proxy(name),
                        "/actuator/prometheus",
                        "-H",
                        "X-Forwarded-For: 127.0.0.1",
                        "-H",
                        "Host: localhost"))
                .isEqualTo("403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void what_is_audited_is_the_address_that_the_proxy_saw(String name) {
        Neighbour.needed("the client's address behind a proxy");
        try (var client = new Neighbour()) {
            client.run(
                            "curl",
                            "-sk",
                            "-H",
                            "X-Forwarded-For: 203.0.113.7",
                            "-H",
                            "Content-Type: application/json",
                            "-d",
                            "{\"username\":\"admin\",\"password\":\"not the password\"}",
                            "https://" + client.ours() + ":" + proxy(name).port() + "/api/auth/login")
                    .ok();

            assertThat(installation.postgres().sql("SELECT address FROM sign_ins ORDER BY at DESC LIMIT 1"))
                    .isEqualTo(client.address());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void who_guesses_passwords_is_slowed_down_and_who_works_is_not(String name) {
        // Not the address that the other proxy has counted a minute ago.
        Api guessing = proxy(name).api(name.equals("nginx") ? "127.0.2.1" : "127.0.2.11");
        Api working = proxy(name).api("127.0.2.2");

        List<Integer> guesses = IntStream.range(0, SIGN_INS)
                .parallel()
                .mapToObj(i -> guessing.post(
                                "/api/auth/login", Map.of("username", "nobody" + i, "password", "not the password"))
                        .status())
                .toList();
        List<Integer> requests = IntStream.range(0, SIGN_INS)
                .mapToObj(i -> working.get("/actuator/health/readiness").status())
                .toList();

        assertThat(guesses).contains(401, 429).containsOnly(401, 429);
        assertThat(requests).containsOnly(200);
        measured(
                "%s let through %d of %d sign-ins at once",
                name, guesses.stream().filter(s -> s == 401).count(), SIGN_INS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void a_large_file_reaches_the_house(String name) {
        var answer =
                proxy(name).api("127.0.2.3").send("POST", "/api/parties/import", "text/csv", new byte[UPLOAD_BYTES]);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void with_the_older_guides_own_block_the_first_page_still_loads() {
        needs("the first page in a browser", "chromium-headless-shell");
        List<BuiltErp> instances = installation.instances();
        String block = Runbook.text(Path.of("src/test/resources/ops/older-guide-nginx.conf"));
        try (var older = Proxy.nginx(block, instances)) {
            String page = Programs.run(
                            "chromium-headless-shell",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--ignore-certificate-errors",
                            "--user-data-dir=" + Scratch.folder("chromium"),
                            "--virtual-time-budget=5000",
                            "--dump-dom",
                            "https://localhost:" + older.port() + "/")
                    .ok();

            assertThat(page).contains("</form>");
            assertThat(older.accesses()).allMatch(line -> line.matches(".*\" (200|302|303) .*"));
            assertThat(older.accesses()).hasSizeBetween(2, FIRST_PAGE_REQUESTS_MAX);
            measured(
                    "the first page behind the older guide's block takes %d requests",
                    older.accesses().size());
        }
    }

    private static String status(Proxy proxy, String path, String... more) {
        var options = new ArrayList<>(List.of("-o", "/dev/null", "-w", "%{http_code}"));
        options.addAll(List.of(more));
        return curl(proxy, path, options.toArray(String[]::new)).ok();
    }

    private static Programs.Outcome curl(Proxy proxy, String path, String... options) {
        var command = new ArrayList<>(
                List.of("curl", "-s", "--cacert", proxy.certificate().toString()));
        command.addAll(List.of(options));
        command.add("https://localhost:" + proxy.port() + path);
        return Programs.run(command.toArray(String[]::new));
    }
}
