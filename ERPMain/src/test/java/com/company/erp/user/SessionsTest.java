package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionsTest extends HttpTest {

    private static final String PASSWORD = "correct horse battery staple";

    private static String usernameOf(Api user) {
        return user.get("/api/auth/me").ok().get("username").textValue();
    }

    private JsonNode signIn(String username, String address, String device) {
        return stranger()
                .with("X-Forwarded-For", address)
                .with("User-Agent", device)
                .post("/api/auth/login", Map.of("username", username, "password", PASSWORD))
                .ok();
    }

    private Api with(JsonNode signedIn) {
        return stranger().withToken(signedIn.get("accessToken").textValue());
    }

    private static JsonNode sessionFrom(Api user, String address) {
        for (JsonNode session : user.get("/api/sessions").ok()) {
            if (address.equals(session.get("address").asText())) return session;
        }
        throw new AssertionError("No session from " + address);
    }

    @Test
    void a_user_sees_his_sessions_with_device_and_address_and_ends_one() {
        Api here = asUserWith("HR");
        JsonNode phone = signIn(usernameOf(here), "198.51.100.31", "Pocket Browser 7");

        JsonNode there = sessionFrom(here, "198.51.100.31");
        assertThat(there.get("device").textValue()).isEqualTo("Pocket Browser 7");
        assertThat(there.get("current").booleanValue()).isFalse();
        assertThat(there.get("end").isNull()).isTrue();
        assertThat(here.get("/api/sessions").ok())
                .filteredOn(s -> s.get("current").booleanValue())
                .hasSize(1);

        String end = "/api/sessions/" + there.get("id").textValue() + "/end";
        here.post(end).noContent();
        with(phone).get("/api/company").refused(401, "session.revoked");
        here.post(end).refused(404, "session.unknown");
        here.get("/api/company").ok();
        assertThat(sessionFrom(here, "198.51.100.31").get("end").textValue()).isEqualTo("ENDED");
    }

    @Test
    void all_sessions_end_together() {
        Api here = asUserWith("HR");
        JsonNode other = signIn(usernameOf(here), "198.51.100.32", "Other");

        here.post("/api/sessions/end").noContent();
        here.get("/api/company").refused(401, "session.revoked");
        with(other).get("/api/company").refused(401, "session.revoked");
    }

    @Test
    void the_sessions_of_others_are_unknown() {
        Api one = asUserWith("HR");
        Api two = asUserWith("ADMIN");
        String session = one.get("/api/sessions").ok().get(0).get("id").textValue();

        two.post("/api/sessions/" + session + "/end").refused(404, "session.unknown");
        two.post("/api/sessions/" + UUID.randomUUID() + "/end").refused(404, "session.unknown");
        assertThat(two.get("/api/sessions").ok())
                .noneMatch(s -> s.get("id").textValue().equals(session));
        one.get("/api/company").ok();
    }

    @Test
    void a_refresh_token_used_twice_ends_the_session_and_tells_why() {
        Api here = asUserWith("HR");
        JsonNode stolen = signIn(usernameOf(here), "198.51.100.33", "Laptop");
        var renewal = Map.of("refreshToken", stolen.get("refreshToken").textValue());
        stranger().post("/api/auth/refresh", renewal).ok();
        assertThat(sessionFrom(here, "198.51.100.33").get("renewedAt").isNull()).isFalse();

        stranger().post("/api/auth/refresh", renewal).refused(401, "session.revoked");
        assertThat(sessionFrom(here, "198.51.100.33").get("end").textValue()).isEqualTo("TOKEN_REUSED");
    }

    @Test
    void a_common_password_is_refused_and_a_new_one_ends_the_other_sessions() {
        Api here = asUserWith("HR");
        signIn(usernameOf(here), "198.51.100.34", "Desk");

        here.post("/api/auth/password", Map.of("currentPassword", PASSWORD, "newPassword", "password123456"))
                .refused(422, "password.weak");
        JsonNode changed = here.post(
                        "/api/auth/password",
                        Map.of("currentPassword", PASSWORD, "newPassword", "a password nobody guesses"))
                .ok();
        assertThat(sessionFrom(with(changed), "198.51.100.34").get("end").textValue())
                .isEqualTo("PASSWORD_CHANGED");
    }
}
