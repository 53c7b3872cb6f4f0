package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.jar.BuiltErp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** tls.md: the ERP speaks HTTPS itself, takes up a new certificate, and testssl.sh finds nothing, here and at nginx. */
class TlsDrill extends Drill {

    private static final Set<String> ABOVE_LOW = Set.of("MEDIUM", "HIGH", "CRITICAL");

    /** Seconds that testssl.sh waits for an answer, which comes at once or never here. */
    private static final Map<String, String> ON_THE_LOOPBACK =
            Map.of("MAX_WAITSOCK", "3", "HEARTBLEED_MAX_WAITSOCK", "2", "CCS_MAX_WAITSOCK", "2");

    private static final String HSTS = "Strict-Transport-Security: max-age=31536000";

    private static Installation installation;
    private static Path tls;
    private static int plainPort;
    private static BuiltErp erp;

    @BeforeAll
    static void start() {
        needs("encryption", "openssl", "curl");
        installation = Installation.shared();
        tls = Scratch.folder("tls");
        makeCertificate();
        plainPort = Programs.freePort();
        erp = launch(Runbook.block("tls-pem").with("redirect-port=8080", "redirect-port=" + plainPort));
        awaitHealth(erp);
    }

    @AfterAll
    static void stop() {
        if (erp != null) erp.close();
    }

    private static void makeCertificate() {
        Runbook.block("certificate-of-development")
                .with("/etc/erp/tls", tls.toString())
                .run()
                .ok();
    }

    /** An instance with the properties of the page in a file of its own. */
    private static BuiltErp launch(Runbook.Block properties) {
        String text = properties.with("/etc/erp/tls", tls.toString()).text();
        Path file = Scratch.file(Scratch.folder("properties").resolve("erp.properties"), text);
        return installation.launch(Map.of("SPRING_CONFIG_ADDITIONAL_LOCATION", "file:" + file, "ERP_WEB_DRAIN", "0s"));
    }

    private static void awaitHealth(BuiltErp erp) {
        erp.await("HTTPS", () -> curl(erp, "/actuator/health", "-f").code() == 0);
    }

    private static Programs.Outcome curl(BuiltErp erp, String path, String... options) {
        var command = new ArrayList<>(
                List.of("curl", "-s", "--cacert", tls.resolve("fullchain.pem").toString()));
        command.addAll(List.of(options));
        command.add("https://localhost:" + erp.port() + path);
        return Programs.run(command.toArray(String[]::new));
    }

    @Test
    void browsers_are_told_to_come_by_https_only_and_are_sent_there() {
        assertThat(curl(erp, "/sign-in", "-i").ok()).containsIgnoringCase(HSTS);
        assertThat(curl(erp, "/api/company", "-i").ok()).containsIgnoringCase(HSTS);
        String plain = Programs.run("curl", "-si", "http://localhost:" + plainPort + "/invoices?status=OVERDUE")
                .ok();
        assertThat(plain).contains(" 301", "Location: https://localhost:" + erp.port() + "/invoices?status=OVERDUE");
    }

    @Test
    void a_new_certificate_is_taken_up_without_a_restart() {
        String before = fingerprint();
        long began = System.nanoTime();

        makeCertificate();

        Awaitility.await("the new certificate")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !fingerprint().equals(before));
        measured("a new certificate is taken up after %.1f s", secondsSince(began));
        assertThat(curl(erp, "/actuator/health", "-f").code()).isZero();
    }

    private static String fingerprint() {
        return Programs.run(
                        "bash",
                        "-c",
                        "openssl s_client -connect localhost:%d </dev/null 2>/dev/null | openssl x509 -noout -fingerprint"
                                .formatted(erp.port()))
                .ok();
    }

    @Test
    void a_key_store_serves_as_well() {
        try (var other = launch(Runbook.block("tls-key-store"))) {
            awaitHealth(other);
        }
    }

    @Test
    void testssl_finds_nothing_above_low() {
        needs("the look from outside", "testssl", "nginx");
        long began = System.nanoTime();
        try (var nginx = Proxy.nginx(installation.instances())) {
            var ours = CompletableFuture.supplyAsync(() -> findings(erp.port()));

            assertThat(findings(nginx.port())).as("nginx").isEmpty();
            assertThat(ours.join()).as("the ERP itself").isEmpty();
        }
        measured("testssl.sh looked at both for %.0f s and finds nothing above LOW", secondsSince(began));
    }

    private static List<String> findings(int port) {
        Path json = Scratch.folder("testssl").resolve("findings.json");
        Runbook.block("testssl")
                .with("https://localhost:8081", "--warnings off --jsonfile " + json + " https://localhost:" + port)
                .run(ON_THE_LOOPBACK);
        try {
            var above = new ArrayList<String>();
            JsonNode all = new ObjectMapper().readTree(json.toFile());
            assertThat(all.findValuesAsText("id")).as("it has looked").contains("HSTS_time", "heartbleed", "RC4");
            for (JsonNode finding : all) {
                if (ABOVE_LOW.contains(finding.get("severity").textValue())) above.add(finding.toString());
            }
            return above;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
