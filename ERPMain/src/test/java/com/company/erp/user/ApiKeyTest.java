package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.SqlCount;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiKeyTest extends HttpTest {

    private static Map<String, Object> wanted(String name, String... permissions) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "permissions",
                List.of(permissions),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(30)).toString()));
    }

    private JsonNode make(String name, String... permissions) {
        return api.post("/api/api-keys", wanted(name, permissions)).created();
    }

    private Api with(JsonNode issued) {
        return stranger().withToken(issued.get("secret").textValue());
    }

    private static String path(JsonNode issued) {
        return "/api/api-keys/" + issued.at("/key/id").textValue();
    }

    @Test
    void a_key_may_do_what_its_permissions_say_and_nothing_else() {
        Api shop = with(make("Shop", "party.create", "party.read"));

        JsonNode party = shop.post("/api/parties", Map.of("name", "Buyer", "roles", List.of("CUSTOMER")))
                .created();
        shop.get("/api/parties/" + party.get("id").textValue()).ok();
        shop.get("/api/products").refused(403, "access.denied");
        shop.get("/api/auth/me").refused(403, "access.denied");
        shop.post("/api/auth/logout").refused(403, "access.denied");
        assertThat(shop.get("/api/companies").ok()).isEmpty();
        assertThat(shop.get("/api/sessions").ok()).isEmpty();
        JsonNode row = api.get("/api/audit?record=%s", party.get("id").textValue())
                .ok()
                .at("/items/0");
        assertThat(row.get("actorName").textValue()).isEqualTo("API key Shop");
    }

    @Test
    void its_secret_is_shown_once_and_kept_nowhere() {
        Answer answer = api.withKey("make-once").post("/api/api-keys", wanted("Once", "party.read"));
        String secret = answer.created().get("secret").textValue();

        assertThat(answer.header("Cache-Control")).contains("no-store");
        String id = answer.json().at("/key/id").textValue();
        assertThat(api.get("/api/api-keys/" + id).expect(200).text()).doesNotContain(secret);
        assertThat(api.get("/api/api-keys").expect(200).text()).doesNotContain(secret);
        String audit = api.get("/api/audit?record=" + id).expect(200).text();
        assertThat(audit).contains("Once").doesNotContain(secret).doesNotContain("hash");
        assertThat(secret)
                .startsWith(answer.json().at("/key/beginning").textValue())
                .hasSizeGreaterThan(45);
    }

    @Test
    void nobody_makes_a_key_that_may_more_than_he_may_himself() {
        api.post("/api/roles", Map.of("name", "Integrator", "permissions", List.of("api_key.create", "party.read")))
                .created();
        Api integrator = asUserWith("Integrator");

        integrator.post("/api/api-keys", wanted("Mine", "party.read")).created();
        integrator.post("/api/api-keys", wanted("Too much", "invoice.issue")).refused(403, "access.beyond_own");
        asUserWith("ACCOUNTANT")
                .post("/api/api-keys", wanted("X", "party.read"))
                .refused(403, "access.denied");
        asUserWith("AUDITOR").get("/api/api-keys").ok();
        api.post("/api/api-keys", wanted("X", "no.such")).refused(422, "permission.unknown");
        api.post("/api/api-keys", wanted("X", "company.create")).refused(422, "api_key.permission");
    }

    @Test
    void a_key_expires_within_four_hundred_days() {
        var late = wanted("Late", "party.read");
        late.put("expiresAt", Instant.now().plus(Duration.ofDays(401)).toString());
        api.post("/api/api-keys", late).refused(422, "api_key.expiry");
        late.put("expiresAt", "2020-01-01T00:00:00Z");
        api.post("/api/api-keys", late).refused(422, "api_key.expiry");
    }

    @Test
    void a_key_comes_from_its_networks_only() {
        var wanted = wanted("Datacentre", "party.read");
        wanted.put("networks", List.of("198.51.100.0/28", "2001:db8::/32"));
        Api key = with(api.post("/api/api-keys", wanted).created());

        key.with("X-Forwarded-For", "198.51.100.9").get("/api/parties").ok();
        key.with("X-Forwarded-For", "2001:db8::17").get("/api/parties").ok();
        key.with("X-Forwarded-For", "198.51.100.16").get("/api/parties").refused(401, "token.invalid");
        key.get("/api/parties").refused(401, "token.invalid");
        for (String network : List.of("somewhere", "10.0.0.0/99", "1:2", "example.com/8")) {
            wanted.put("networks", List.of(network));
            api.post("/api/api-keys", wanted).refused(422, "api_key.network");
        }
    }

    @Test
    void a_rotated_key_is_good_beside_the_new_one_until_the_overlap_ends() {
        JsonNode first = make("Rotating", "party.read");
        JsonNode second =
                api.post(path(first) + "/rotate", Map.of("overlapHours", 1)).ok();
        with(first).get("/api/parties").ok();
        with(second).get("/api/parties").ok();

        JsonNode third =
                api.post(path(first) + "/rotate", Map.of("overlapHours", 0)).ok();
        with(first).get("/api/parties").refused(401, "token.invalid");
        with(second).get("/api/parties").refused(401, "token.invalid");
        with(third).get("/api/parties").ok();
        api.post(path(first) + "/rotate", Map.of("overlapHours", 169)).refused(422, "request.invalid");
    }

    @Test
    void a_revoked_key_is_shut_out_from_the_next_request_and_stays_so() {
        JsonNode key = make("Leaving", "party.read");
        with(key).get("/api/parties").ok();

        api.post(path(key) + "/revoke").ok();
        with(key).get("/api/parties").refused(401, "token.invalid");
        api.post(path(key) + "/rotate", Map.of()).refused(409, "api_key.over");
    }

    @Test
    void the_last_use_is_seen_and_a_request_costs_one_statement_more() {
        JsonNode issued = make("Seen", "party.read");
        Api key = with(issued);
        assertThat(api.get(path(issued)).ok().get("lastUsedAt").isNull()).isTrue();
        key.get("/api/parties").ok();
        JsonNode seen = api.get(path(issued)).ok();
        assertThat(seen.get("lastUsedAt").textValue()).endsWith("Z");
        assertThat(seen.get("lastUsedAddress").textValue()).isEqualTo("127.0.0.1");

        int byPerson = SqlCount.during(() -> api.get("/api/parties").ok()).size();
        assertThat(SqlCount.during(() -> key.get("/api/parties").ok())).hasSizeLessThanOrEqualTo(byPerson + 1);
    }

    @Test
    void a_key_of_another_company_is_unknown_and_acts_there_only() {
        JsonNode issued = make("Ours", "party.read");
        Api other = newCompany("Other");

        other.get(path(issued)).refused(404, "api_key.unknown");
        other.post(path(issued) + "/revoke").refused(404, "api_key.unknown");
        other.post(path(issued) + "/rotate", Map.of()).refused(404, "api_key.unknown");
        JsonNode theirs = other.post("/api/parties", Map.of("name", "Theirs", "roles", List.of("CUSTOMER")))
                .created();
        with(issued).get("/api/parties/" + theirs.get("id").textValue()).refused(404, "party.unknown");
    }

    @Test
    void the_keys_of_who_left_are_found() {
        api.post("/api/roles", Map.of("name", "Leaver", "permissions", List.of("api_key.create", "party.read")))
                .created();
        Api leaver = asUserWith("Leaver");
        String path = path(leaver.post("/api/api-keys", wanted("Left behind", "party.read"))
                .created());
        String filter = "?madeBy=" + leaver.get("/api/auth/me").ok().get("id").textValue();

        assertThat(api.get("/api/api-keys" + filter + "&active=true").ok().get("items"))
                .extracting(key -> key.get("name").textValue())
                .containsExactly("Left behind");
        api.post(path + "/revoke").ok();
        assertThat(api.get("/api/api-keys" + filter + "&active=true").ok().get("items"))
                .isEmpty();
    }

    @Test
    void what_only_looks_like_a_key_is_refused() {
        stranger().withToken("erpk_").get("/api/parties").refused(401, "token.invalid");
        stranger().withToken("erpk_" + "x".repeat(2000)).get("/api/parties").refused(401, "token.invalid");
        String secret = make("Real", "party.read").get("secret").textValue();
        stranger()
                .withToken(secret.substring(0, secret.length() - 1))
                .get("/api/parties")
                .refused(401, "token.invalid");
    }
}
