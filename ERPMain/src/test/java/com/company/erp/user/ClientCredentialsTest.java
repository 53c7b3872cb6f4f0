package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Machines that speak OAuth: the id and the secret of an API key against an access token. */
class ClientCredentialsTest extends HttpTest {

    private static final String GRANT = "grant_type=client_credentials";

    private JsonNode make(List<String> networks) {
        var wanted = new HashMap<String, Object>(Map.of(
                "name",
                "Integration",
                "permissions",
                List.of("party.create", "party.read"),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(30)).toString()));
        wanted.put("networks", networks);
        return api.post("/api/api-keys", wanted).created();
    }

    private static String id(JsonNode key) {
        return key.at("/key/id").textValue();
    }

    private static String secret(JsonNode key) {
        return key.get("secret").textValue();
    }

    private static Answer ask(Api caller, String form) {
        return caller.send(
                "POST", "/oauth/token", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    private Answer ask(JsonNode key, String secret) {
        return ask(stranger(), GRANT + "&client_id=" + id(key) + "&client_secret=" + secret);
    }

    private Api machine(JsonNode key) {
        JsonNode answer = ask(key, secret(key)).ok();
        assertThat(answer.get("token_type").textValue()).isEqualTo("Bearer");
        assertThat(answer.get("expires_in").longValue()).isPositive();
        return stranger().withToken(answer.get("access_token").textValue());
    }

    private static void refused(Answer answer, int status, String error) {
        answer.expect(status);
        assertThat(answer.json().get("error").textValue()).isEqualTo(error);
        assertThat(answer.json().get("error_description").textValue()).isNotBlank();
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_machine_does_with_a_token_what_its_key_may_and_is_no_person() {
        Api machine = machine(make(List.of()));
        JsonNode party = machine.post("/api/parties", Map.of("name", "Buyer", "roles", List.of("CUSTOMER")))
                .created();
        machine.get("/api/products").refused(403, "access.denied");
        machine.get("/api/auth/me").refused(403, "access.denied");
        assertThat(api.get("/api/audit?record=" + party.get("id").textValue())
                        .ok()
                        .at("/items/0/actorName")
                        .textValue())
                .isEqualTo("API key Integration");
    }

    @Test
    void the_secret_may_come_in_the_header_and_what_is_not_known_is_passed_over() {
        JsonNode key = make(List.of());
        String pair = id(key) + ":" + secret(key);
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        Answer answer = ask(stranger().with("Authorization", basic), GRANT + "&audience=erp");
        assertThat(answer.ok().get("access_token").textValue()).isNotEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void who_is_not_the_client_is_told_nothing_more() {
        JsonNode key = make(List.of());
        Answer wrong = ask(key, "erpk_" + "A".repeat(43));
        refused(wrong, 401, "invalid_client");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
        Answer other = ask(stranger(), GRANT + "&client_id=" + UUID.randomUUID() + "&client_secret=" + secret(key));
        refused(other, 401, "invalid_client");
        assertThat(other.text()).isEqualTo(wrong.text());
        refused(ask(stranger(), GRANT), 401, "invalid_client");
        refused(ask(stranger().with("Authorization", "Basic ???"), GRANT), 401, "invalid_client");
        refused(ask(stranger().with("Authorization", "Basic bm9jb2xvbg=="), GRANT), 401, "invalid_client");
    }

    @Test
    void requests_that_are_wrong_are_refused_as_the_standard_says() {
        JsonNode key = make(List.of());
        String client = "&client_id=" + id(key) + "&client_secret=" + secret(key);
        refused(ask(stranger(), client.substring(1)), 400, "invalid_request");
        refused(ask(stranger(), GRANT + "&" + GRANT + client), 400, "invalid_request");
        refused(ask(stranger(), "grant_type=password" + client), 400, "unsupported_grant_type");
        refused(ask(stranger(), GRANT + client + "&scope=everything"), 400, "invalid_scope");
        refused(ask(stranger().with("Authorization", "Basic YTpi"), GRANT + client), 400, "invalid_request");
        Answer inAddress = stranger()
                .send("POST", "/oauth/token?" + GRANT + client, "application/x-www-form-urlencoded", new byte[0]);
        refused(inAddress, 400, "invalid_request");
        stranger()
                .send("POST", "/oauth/token", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                .expect(415);
    }

    @Test
    void a_token_is_over_at_once_when_its_key_is_revoked() {
        JsonNode key = make(List.of());
        Api machine = machine(key);
        machine.get("/api/parties").ok();
        api.post("/api/api-keys/" + id(key) + "/revoke").ok();
        machine.get("/api/parties").refused(401, "session.revoked");
        refused(ask(key, secret(key)), 401, "invalid_client");
    }

    @Test
    void a_rotated_secret_goes_on_for_its_overlap() {
        JsonNode key = make(List.of());
        JsonNode next = api.post("/api/api-keys/" + id(key) + "/rotate", Map.of("overlapHours", 1))
                .ok();
        ask(key, secret(key)).ok();
        ask(key, secret(next)).ok();
        JsonNode last = api.post("/api/api-keys/" + id(key) + "/rotate", Map.of("overlapHours", 0))
                .ok();
        refused(ask(key, secret(next)), 401, "invalid_client");
        ask(key, secret(last)).ok();
    }

    @Test
    void networks_hold_for_the_secret_and_for_the_token() throws Exception {
        JsonNode elsewhere = make(List.of("203.0.113.0/24"));
        refused(ask(elsewhere, secret(elsewhere)), 401, "invalid_client");
        JsonNode here = make(List.of("127.0.0.1/32"));
        String token = ask(here, secret(here)).ok().get("access_token").textValue();
        stranger().withToken(token).get("/api/parties").ok();
        var thief = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build();
        var stolen = HttpRequest.newBuilder(URI.create(address() + "/api/parties"))
                .header("Authorization", "Bearer " + token)
                .build();
        assertThat(thief.send(stolen, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }
}
