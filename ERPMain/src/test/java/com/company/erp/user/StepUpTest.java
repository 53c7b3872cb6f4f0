package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.finance.FinanceScenario;
import com.company.erp.hostile.PageVisitor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a thief of an open session would do first asks for a proof that is fresh. */
class StepUpTest extends FinanceScenario {

    private static final String STEP_UP = "/api/auth/step-up";

    /** As if the user had signed in long ago. */
    private void age(String username) throws SQLException {
        try (Connection mighty = superuser();
                var statement = mighty.prepareStatement("UPDATE sessions SET proven_at = now() - interval '2 days'"
                        + " WHERE user_id = (SELECT id FROM users WHERE username = ?)")) {
            statement.setString(1, username);
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private static String nameOf(Api user) {
        return user.get("/api/auth/me").ok().get("username").textValue();
    }

    private Answer makeRole(Api admin) {
        return admin.post("/api/roles", Map.of("name", "R" + UUID.randomUUID(), "permissions", List.of("party.read")));
    }

    @Test
    void what_is_dangerous_asks_for_the_password_again_once_the_last_proof_is_old() throws SQLException {
        Api admin = newCompany("Step up");
        makeRole(admin).created();
        age(nameOf(admin));

        makeRole(admin).refused(403, "access.step_up");
        assertThat(makeRole(admin).text()).contains(STEP_UP);
        admin.get("/api/roles").ok();
        admin.post(STEP_UP, Map.of("code", "123456")).refused(422, "step_up.password");
        admin.post(STEP_UP, Map.of("currentPassword", "not my password")).refused(422, "password.wrong");
        makeRole(admin).refused(403, "access.step_up");

        admin.post(STEP_UP, Map.of("currentPassword", PASSWORD)).noContent();
        makeRole(admin).created();
        String id = admin.get("/api/auth/me").ok().get("id").textValue();
        assertThat(admin.get("/api/audit?record=" + id).ok().get("items").findValuesAsText("action"))
                .contains("step-up");
    }

    @Test
    void bank_details_periods_roles_keys_and_the_mail_server_are_dangerous() throws SQLException {
        Api admin = newCompany("Dangerous");
        age(nameOf(admin));
        String nobody = UUID.randomUUID().toString();
        var key = Map.of(
                "name",
                "machine",
                "permissions",
                List.of("party.read"),
                "expiresAt",
                Instant.now().plus(1, ChronoUnit.DAYS).toString());

        admin.ifMatch(0).put("/api/letterhead", Map.of("bankName", "Mine")).refused(403, "access.step_up");
        admin.post("/api/periods/" + nobody + "/lock", Map.of("state", "OPEN")).refused(403, "access.step_up");
        admin.post("/api/api-keys", key).refused(403, "access.step_up");
        admin.ifMatch(0)
                .put("/api/users/" + nobody + "/roles", Map.of("roles", List.of("ADMIN")))
                .refused(403, "access.step_up");
        admin.ifMatch(0)
                .put(
                        "/api/mail-server",
                        Map.of(
                                "host",
                                "mail.example.com",
                                "port",
                                587,
                                "security",
                                "STARTTLS",
                                "fromAddress",
                                "erp@example.com"))
                .refused(403, "access.step_up");
        admin.post("/api/users/" + nobody + "/reset-password").refused(403, "access.step_up");
    }

    @Test
    void who_has_no_permission_is_not_asked() throws SQLException {
        Api clerk = asUserWith("SALES");
        age(nameOf(clerk));
        makeRole(clerk).refused(403, "access.denied");
    }

    @Test
    void a_machine_has_nothing_but_its_key() {
        Api admin = newCompany("Machines");
        var key = Map.of(
                "name",
                "machine",
                "permissions",
                List.of("role.create", "party.read"),
                "expiresAt",
                Instant.now().plus(1, ChronoUnit.DAYS).toString());
        String secret = admin.post("/api/api-keys", key).created().get("secret").textValue();
        makeRole(stranger().withToken(secret)).created();
        stranger()
                .withToken(secret)
                .post(STEP_UP, Map.of("currentPassword", PASSWORD))
                .refused(403, "access.denied");
    }

    @Test
    void guessing_the_password_in_an_open_session_is_slowed() throws SQLException {
        Api user = asUserWith("ADMIN");
        for (int i = 0; i < 5; i++) {
            user.post(STEP_UP, Map.of("currentPassword", "guess number " + i)).refused(422, "password.wrong");
        }
        user.post(STEP_UP, Map.of("currentPassword", PASSWORD)).refused(429, "sign_in.slowed");
    }

    @Test
    void the_page_leads_to_where_one_proves_it_and_back_and_never_elsewhere() throws SQLException {
        Api admin = newCompany("Pages");
        String username = nameOf(admin);
        PageVisitor visitor = PageVisitor.at(address());
        visitor.post("/sign-in", Map.of("username", username, "password", PASSWORD))
                .expect(303);
        age(username);

        Answer refused = visitor.post("/periods/" + UUID.randomUUID() + "/state", Map.of("state", "OPEN"));
        refused.expect(303);
        assertThat(refused.header("Location")).startsWith("/step-up?to=");
        assertThat(visitor.get("/step-up?to=/parties").expect(200).text())
                .contains("name=\"currentPassword\"", "value=\"/parties\"");
        visitor.post("/step-up", Map.of("to", "/parties", "currentPassword", "wrong"))
                .expect(422);
        Answer back = visitor.post("/step-up", Map.of("to", "/parties", "currentPassword", PASSWORD));
        assertThat(back.expect(303).header("Location")).isEqualTo("/parties");
        assertThat(visitor.post("/step-up", Map.of("to", "//evil.example.com", "currentPassword", PASSWORD))
                        .expect(303)
                        .header("Location"))
                .isEqualTo("/");
    }
}
