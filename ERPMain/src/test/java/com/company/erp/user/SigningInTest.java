package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.SqlCount;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.user.login.SigningIn;
import com.company.erp.user.passkey.Origin;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SigningInTest extends HttpTest {

    @Autowired
    private SigningIn signingIn;

    private static final String PASSWORD = "a password for this test";

    /** A user with a password of the own, whom no other test slows down. */
    private void newPerson(String username) {
        String once = api.post("/api/users", Map.of("username", username, "name", "P", "roles", List.of("AUDITOR")))
                .created()
                .get("oneTimePassword")
                .textValue();
        stranger()
                .signedIn(username, once, null)
                .post("/api/auth/password", Map.of("currentPassword", once, "newPassword", PASSWORD))
                .ok();
    }

    private Answer login(Api from, String username, String password) {
        return from.post("/api/auth/login", Map.of("username", username, "password", password));
    }

    private Api from(String address) {
        return stranger().with("X-Forwarded-For", address);
    }

    private Answer refresh(JsonNode signedIn) {
        return stranger()
                .post(
                        "/api/auth/refresh",
                        Map.of("refreshToken", signedIn.get("refreshToken").textValue()));
    }

    @Test
    void a_wrong_password_and_an_unknown_user_are_told_alike() {
        newPerson("known@example.com");

        JsonNode wrong = login(from("198.51.100.1"), "known@example.com", "not the password")
                .refused(401, "sign_in.refused");
        JsonNode unknown = login(from("198.51.100.1"), "nobody@example.com", "not the password")
                .refused(401, "sign_in.refused");
        assertThat(wrong.get("detail")).isEqualTo(unknown.get("detail"));
    }

    /** PasswordsTest counts the hashes. */
    @Test
    void a_wrong_password_and_an_unknown_user_cost_the_database_the_same() {
        newPerson("weighed@example.com");
        List<String> wrong = SqlCount.during(() -> login(from("198.51.100.6"), "weighed@example.com", "not it"));
        List<String> unknown = SqlCount.during(() -> login(from("198.51.100.6"), "noone@example.com", "not it"));
        assertThat(unknown).isNotEmpty().isEqualTo(wrong);
    }

    @Test
    void attempts_are_counted_by_how_they_ended() {
        newPerson("counted@example.com");
        Map<String, Double> before = counted();
        login(from("198.51.100.5"), "counted@example.com", PASSWORD).ok();
        for (int i = 0; i < 5; i++) {
            login(from("198.51.100.7"), "counted@example.com", "guess").refused(401, "sign_in.refused");
        }
        login(from("198.51.100.7"), "counted@example.com", PASSWORD).refused(429, "sign_in.slowed");
        assertThatThrownBy(() -> signingIn.loginByPasskey("asked", "{}", new Origin("https", "erp.example.com", 443)))
                .isInstanceOf(Unauthenticated.class);

        Map<String, Double> after = counted();
        assertThat(after.get("succeeded") - before.get("succeeded")).isEqualTo(1);
        assertThat(after.get("refused") - before.get("refused")).isEqualTo(6);
        assertThat(after.get("slowed") - before.get("slowed")).isEqualTo(1);
        assertThat(after).containsKeys("code_needed", "code_wrong");
    }

    private Map<String, Double> counted() {
        return Pattern.compile("erp_signins_total\\{outcome=\"(\\w+)\"} ([\\d.E]+)")
                .matcher(stranger().get("/actuator/prometheus").text())
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> Double.valueOf(found.group(2))));
    }

    @Test
    void failures_slow_the_user_down_but_not_where_he_usually_signs_in() {
        newPerson("slow@example.com");

        for (int i = 0; i < 5; i++) {
            login(from("198.51.100.2"), "slow@example.com", "guess " + i).refused(401, "sign_in.refused");
        }
        var slowed = login(from("198.51.100.2"), "slow@example.com", PASSWORD);
        slowed.refused(429, "sign_in.slowed");
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 300);
        login(from("198.51.100.3"), "slow@example.com", PASSWORD).refused(429, "sign_in.slowed");
        login(stranger(), "slow@example.com", PASSWORD).ok();
    }

    @Test
    void an_address_that_tries_many_users_is_slowed_down() {
        for (int i = 0; i < 30; i++) {
            login(from("198.51.100.4"), "user" + i + "@nowhere.example.com", "guess")
                    .refused(401, "sign_in.refused");
        }
        login(from("198.51.100.4"), "another@nowhere.example.com", "guess").refused(429, "sign_in.slowed");
    }

    @Test
    void a_session_renews_itself_and_a_token_used_twice_ends_it() {
        newPerson("renew@example.com");
        JsonNode first = login(stranger(), "renew@example.com", PASSWORD).ok();

        JsonNode second = refresh(first).ok();
        stranger()
                .withToken(second.get("accessToken").textValue())
                .get("/api/auth/me")
                .ok();
        refresh(first).refused(401, "session.revoked");
        refresh(second).refused(401, "session.revoked");
        stranger()
                .withToken(second.get("accessToken").textValue())
                .get("/api/auth/me")
                .refused(401, "session.revoked");
    }

    @Test
    void signing_out_holds_from_the_next_request_and_for_this_session_only() {
        newPerson("leave@example.com");
        JsonNode office = login(stranger(), "leave@example.com", PASSWORD).ok();
        JsonNode home = login(stranger(), "leave@example.com", PASSWORD).ok();

        Api atOffice = stranger().withToken(office.get("accessToken").textValue());
        atOffice.post("/api/auth/logout").noContent();
        atOffice.get("/api/company").refused(401, "session.revoked");
        refresh(office).refused(401, "session.revoked");
        stranger()
                .withToken(home.get("accessToken").textValue())
                .get("/api/company")
                .ok();
    }

    @Test
    void a_changed_password_ends_every_other_session() {
        newPerson("change@example.com");
        JsonNode elsewhere = login(stranger(), "change@example.com", PASSWORD).ok();
        Api here = stranger().signedIn("change@example.com", PASSWORD, null);

        here.post("/api/auth/password", Map.of("currentPassword", "wrong", "newPassword", "another password"))
                .refused(422, "password.wrong");
        here.post("/api/auth/password", Map.of("currentPassword", PASSWORD, "newPassword", "short"))
                .refused(422, "password.weak");
        here.post("/api/auth/password", Map.of("currentPassword", PASSWORD, "newPassword", "another password"))
                .ok();
        refresh(elsewhere).refused(401, "session.revoked");
        login(stranger(), "change@example.com", PASSWORD).refused(401, "sign_in.refused");
        login(stranger(), "change@example.com", "another password").ok();
    }

    @Test
    void a_user_of_two_companies_switches_between_them_and_into_no_third() {
        Api other = newCompany("Second home");
        String second = other.get("/api/company").ok().get("id").textValue();
        newPerson("two@example.com");
        other.post("/api/users", Map.of("username", "two@example.com", "name", "P", "roles", List.of("WAREHOUSE")))
                .created();
        Api two = stranger()
                .signedIn("two@example.com", PASSWORD, company.get("id").textValue());

        assertThat(two.get("/api/companies").ok())
                .extracting(c -> c.get("id").textValue())
                .containsExactlyInAnyOrder(company.get("id").textValue(), second);
        var switched = two.post("/api/auth/switch", Map.of("company", second)).ok();
        Api there = two.withToken(switched.get("accessToken").textValue());
        assertThat(there.get("/api/company").ok().get("name").textValue()).isEqualTo("Second home");
        there.get("/api/users").refused(403, "access.denied");

        String third = newCompany("Foreign").get("/api/company").ok().get("id").textValue();
        two.post("/api/auth/switch", Map.of("company", third)).refused(404, "company.unknown");
        two.get("/api/companies/" + third).refused(404, "company.unknown");
        stranger()
                .post("/api/auth/login", Map.of("username", "two@example.com", "password", PASSWORD, "company", third))
                .refused(404, "company.unknown");
    }

    @Test
    void a_token_of_another_make_is_refused() {
        stranger().get("/api/company").refused(401, "session.missing");
        stranger().withToken("nonsense").get("/api/company").refused(401, "token.invalid");
        String unsigned = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJlcnAifQ.";
        stranger().withToken(unsigned).get("/api/company").refused(401, "token.invalid");
    }
}
