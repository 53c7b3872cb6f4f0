package com.company.erp.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/company", "/api/no-such-thing"})
    void nothing_is_open_to_strangers(String path) {
        stranger().get(path).refused(401, "session.missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/error", "/h2-console", "/invoices"})
    void a_stranger_who_asks_for_a_page_is_led_to_signing_in(String path) {
        assertThat(stranger().get(path).expect(303).header("Location")).startsWith("/sign-in");
    }

    @Test
    void what_does_not_exist_is_not_found_for_who_is_signed_in() {
        api.get("/api/no-such-thing").refused(404, "request.not_found");
    }

    @Test
    void the_description_of_the_api_is_open() {
        stranger().get("/v3/api-docs").ok();
        stranger().get("/swagger-ui/index.html").expect(200);
    }

    @Test
    void answers_carry_the_headers_that_browsers_heed() {
        var answer = stranger().get("/actuator/health");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void other_origins_are_not_let_in() {
        var answer = stranger()
                .with("Origin", "https://example.org")
                .with("Access-Control-Request-Method", "GET")
                .send("OPTIONS", "/api/company", null);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void an_origin_that_the_operator_named_is_let_in_with_a_token_and_without_cookies() {
        var asked = stranger()
                .with("Origin", "https://shop.example.com")
                .with("Access-Control-Request-Method", "PUT")
                .with("Access-Control-Request-Headers", "authorization,if-match")
                .send("OPTIONS", "/api/company", null);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example.com");
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();

        var answer = api.with("Origin", "https://shop.example.com").get("/api/company");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example.com");
        for (String other : List.of("https://shop.example.com.evil.example", "http://shop.example.com", "null")) {
            var refused = stranger()
                    .with("Origin", other)
                    .with("Access-Control-Request-Method", "GET")
                    .send("OPTIONS", "/api/company", null);
            assertThat(refused.header("Access-Control-Allow-Origin")).as(other).isEmpty();
        }
    }

    @Test
    void cookies_of_pages_are_for_the_server_alone() {
        var page = stranger().with("X-Forwarded-Proto", "https").get("/sign-in");
        assertThat(page.header("Set-Cookie")).contains("HttpOnly", "Secure", "SameSite=Strict");
        assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void a_change_without_the_token_of_the_form_changes_nothing() {
        var answer = stranger()
                .with("Cookie", "erp_csrf=guessed")
                .send("POST", "/sign-in", "application/x-www-form-urlencoded", "username=admin&_csrf=other".getBytes());
        assertThat(answer.expect(303).header("Location")).isEqualTo("/sign-in?expired=true");
    }

    @Test
    void a_body_that_was_squeezed_is_not_blown_up() throws IOException {
        var squeezed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(squeezed)) {
            gzip.write("{\"name\":\"".getBytes(StandardCharsets.UTF_8));
            gzip.write(new byte[32 << 20]);
        }
        var answer = api.with("Content-Encoding", "gzip")
                .send("POST", "/api/parties", "application/json", squeezed.toByteArray());
        assertThat(answer.status()).isIn(400, 415);
    }

    @Test
    void no_header_of_an_answer_is_written_by_a_parameter() throws IOException {
        for (String path : List.of(
                "/sign-in?to=/%0d%0aSet-Cookie:%20x=1",
                "/invoices%0d%0aSet-Cookie:%20x=1", "/invoices?q=%0d%0aSet-Cookie:%20x=1")) {
            String head = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .split("\r\n\r\n")[0];
            assertThat(head).doesNotContain("\r\nSet-Cookie: x=1");
        }
    }

    @Test
    void what_a_body_says_beyond_the_operation_is_refused() {
        for (String field :
                List.of("id", "companyId", "company_id", "version", "createdBy", "permissions", "__proto__")) {
            var refusal = api.post("/api/parties", "{\"name\":\"A\",\"roles\":[\"CUSTOMER\"],\"" + field + "\":\"x\"}")
                    .refused(422, "request.invalid");
            assertThat(refusal.at("/errors/0/code").textValue()).isEqualTo("field.unknown");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//company", "/api/company;x=1", "/api/%2e%2e/company", "/api/a%2fb", "/api/%00"})
    void an_address_that_no_honest_client_sends_is_a_bad_request(String path) {
        var answer = stranger().get(path.replace("%", "%%"));

        assertThat(answer.status()).as(path + " " + answer).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("html").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/[x] HTTP/1.1\r\nHost: localhost",
                "GET /\u0001 HTTP/1.1\r\nHost: localhost",
                "GET /api HTTP/1.1\r\nHost: a b",
                "NONSENSE",
                "GET /api/company HTTP/1.1\r\nHost: localhost\r\nContent-Length: x"
            })
    void what_tomcat_refuses_shows_nothing_of_the_inside(String head) throws IOException {
        String answer = raw(head + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("<html");
    }

    private String raw(String request) throws IOException {
        URI base = URI.create(stranger().base());
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void health_tells_strangers_its_components_and_no_details() {
        var health = stranger().get("/actuator/health").ok();

        assertThat(health.get("status").textValue()).isEqualTo("UP");
        assertThat(namesOf(health.get("components"))).containsExactlyInAnyOrder("db", "redis", "diskSpace");
        health.get("components").forEach(part -> assertThat(part).hasSize(1));
        assertThat(health).hasSize(2);
        assertThat(stranger().get("/api/actuator/health").ok()).isEqualTo(health);
        assertThat(namesOf(stranger().get("/actuator/health/readiness").ok().get("components")))
                .containsExactlyInAnyOrder("db", "readinessState");
        stranger().get("/actuator/health/liveness").ok();
    }

    private static Set<String> namesOf(JsonNode parts) {
        return parts.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @Test
    void metrics_are_for_this_machine_and_for_those_with_the_permission() {
        var local = stranger().get("/actuator/metrics/db.connection.active").ok();
        assertThat(local.at("/measurements/0/value").isNumber()).isTrue();
        stranger().get("/actuator/prometheus").expect(200);
        stranger().get("/api/actuator/prometheus").expect(200);

        var proxied = stranger().with("X-Forwarded-For", "203.0.113.7");
        proxied.get("/actuator/metrics").refused(401, "session.missing");
        stranger().with("X-Forwarded-For", "127.0.0.1").get("/actuator/metrics").refused(401, "session.missing");
        asUserWith("AUDITOR")
                .with("X-Forwarded-For", "203.0.113.7")
                .get("/actuator/metrics")
                .ok();
        asUserWith("HR")
                .with("X-Forwarded-For", "203.0.113.7")
                .get("/actuator/metrics")
                .refused(403, "access.denied");
        proxied.get("/actuator/health").ok();
        stranger().get("/actuator/env").expect(404);
    }
}
