package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.jar.BuiltErp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** tls.md: the ERP speaks HTTPS itself and takes up a new certificate. */
class TlsDrill extends Drill {

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
}
