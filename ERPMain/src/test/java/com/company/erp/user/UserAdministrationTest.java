package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserAdministrationTest extends HttpTest {

    private String invite(String username, String... roles) {
        return api.post("/api/users", Map.of("username", username, "name", "Someone", "roles", List.of(roles)))
                .created()
                .at("/user/id")
                .textValue();
    }

    private static String idOf(Api user) {
        return user.get("/api/auth/me").ok().get("id").textValue();
    }

    @Test
    void who_is_invited_chooses_a_password_before_doing_anything_else() {
        var answer =
                api.post("/api/users", Map.of("username", "Ann@Example.com", "name", "Ann", "roles", List.of("ADMIN")));
        String once = answer.created().get("oneTimePassword").textValue();

        assertThat(answer.header("Cache-Control")).contains("no-store");
        Api ann = stranger().signedIn("ann@example.com", once, null);
        ann.get("/api/users").refused(403, "password.must_change");
        ann.get("/api/auth/me").ok();
        var changed =
                ann.post("/api/auth/password", Map.of("currentPassword", once, "newPassword", "a password of her own"));
        ann.withToken(changed.ok().get("accessToken").textValue())
                .get("/api/users")
                .ok();
        ann.get("/api/auth/me").refused(401, "session.revoked");
    }

    @Test
    void an_invitation_repeated_with_its_key_keeps_no_secret_to_show_again() {
        var invitation = Map.of("username", "twice@example.com", "name", "Twice", "roles", List.of("HR"));

        api.withKey("invite-twice").post("/api/users", invitation).created();
        api.withKey("invite-twice").post("/api/users", invitation).refused(409, "user.member");
    }

    @Test
    void other_roles_hold_from_the_next_request() {
        Api clerk = asUserWith("AUDITOR");
        clerk.get("/api/users").ok();

        JsonNode user = api.get("/api/users/" + idOf(clerk)).ok();
        api.ifMatch(user)
                .put("/api/users/" + idOf(clerk) + "/roles", Map.of("roles", List.of("WAREHOUSE")))
                .ok();
        clerk.get("/api/users").refused(403, "access.denied");
    }

    @Test
    void who_is_deactivated_is_shut_out_from_the_next_request_until_activated() {
        Api clerk = asUserWith("AUDITOR");
        String id = idOf(clerk);

        api.post("/api/users/" + id + "/deactivate").ok();
        clerk.get("/api/company").refused(401, "session.revoked");
        api.post("/api/users/" + id + "/activate").ok();
        clerk.get("/api/company").ok();
    }

    @Test
    void a_user_of_another_company_is_unknown() {
        String stranger = idOf(newCompany("Elsewhere"));

        api.get("/api/users/" + stranger).refused(404, "user.unknown");
        api.post("/api/users/" + stranger + "/deactivate").refused(404, "user.unknown");
        api.post("/api/users/" + stranger + "/reset-password").refused(404, "user.unknown");
        api.get("/api/users/" + UUID.randomUUID()).refused(404, "user.unknown");
    }

    @Test
    void nobody_grants_what_he_may_not_do() {
        api.post(
                        "/api/roles",
                        Map.of("name", "Inviter", "permissions", List.of("user.invite", "user.change", "user.reset")))
                .created();
        Api inviter = asUserWith("Inviter");
        var admin = Map.of("username", "puppet@example.com", "name", "Puppet", "roles", List.of("ADMIN"));

        inviter.post("/api/users", admin).refused(403, "access.beyond_own");
        inviter.post("/api/users/" + idOf(api) + "/reset-password").refused(403, "access.beyond_own");
        inviter.ifMatch(0)
                .put("/api/users/" + idOf(inviter) + "/roles", Map.of("roles", List.of("ADMIN")))
                .refused(403, "access.beyond_own");
        inviter.post("/api/users", Map.of("username", "b@example.com", "name", "B", "roles", List.of("Inviter")))
                .created();
    }

    @Test
    void why_somebody_may_or_may_not_do_a_thing_is_explained() {
        Api clerk = asUserWith("SALES", "HR");
        String explain = "/api/access/explain?user=" + idOf(clerk) + "&permission=";

        JsonNode may = api.get(explain + "invoice.issue").ok();
        assertThat(may.get("allowed").booleanValue()).isTrue();
        assertThat(may.get("because")).extracting(JsonNode::textValue).containsExactly("SALES");
        JsonNode mayNot = api.get(explain + "entry.post").ok();
        assertThat(mayNot.get("allowed").booleanValue()).isFalse();
        assertThat(mayNot.get("because")).isEmpty();
        assertThat(mayNot.get("grantedBy")).extracting(JsonNode::textValue).contains("ADMIN", "ACCOUNTANT");

        api.post("/api/users/" + idOf(clerk) + "/deactivate").ok();
        assertThat(api.get(explain + "invoice.issue").ok().get("allowed").booleanValue())
                .isFalse();
        api.get(explain + "no.such").refused(422, "permission.unknown");
        newCompany("Elsewhere").get(explain + "invoice.issue").refused(404, "user.unknown");
        asUserWith("SALES").get(explain + "invoice.issue").refused(403, "access.denied");
    }

    @Test
    void the_last_administrator_stays() {
        Api alone = newCompany("Alone");
        String id = idOf(alone);
        for (JsonNode user : alone.get("/api/users?role=ADMIN").ok().get("items")) {
            if (!user.get("id").textValue().equals(id)) {
                alone.post("/api/users/" + user.get("id").textValue() + "/deactivate")
                        .ok();
            }
        }

        alone.post("/api/users/" + id + "/deactivate").refused(409, "user.last_admin");
        alone.ifMatch(alone.get("/api/users/" + id).ok())
                .put("/api/users/" + id + "/roles", Map.of("roles", List.of("AUDITOR")))
                .refused(409, "user.last_admin");
    }

    @Test
    void a_company_does_not_reset_who_belongs_elsewhere_too() {
        String admin = installation(company.get("id").textValue())
                .get("/api/auth/me")
                .ok()
                .get("id")
                .textValue();
        api.post("/api/users/" + admin + "/reset-password").refused(409, "user.shared");

        String own = invite("forgetful@example.com", "AUDITOR");
        String once = api.post("/api/users/" + own + "/reset-password")
                .ok()
                .get("oneTimePassword")
                .textValue();
        stranger()
                .signedIn("forgetful@example.com", once, null)
                .get("/api/auth/me")
                .ok();
    }

    @Test
    void a_role_of_the_company_grants_what_it_lists_and_goes_when_nobody_holds_it() {
        var made = api.post("/api/roles", Map.of("name", "Clerk", "permissions", List.of("company.read")));
        String path = "/api/roles/" + made.created().get("id").textValue();
        Api clerk = asUserWith("Clerk");

        clerk.get("/api/company").ok();
        clerk.get("/api/roles").refused(403, "access.denied");
        api.ifMatch(0)
                .put(path, Map.of("permissions", List.of("company.read", "role.read")))
                .ok();
        clerk.get("/api/roles").ok();
        api.ifMatch(0).delete(path).refused(412, "record.stale");
        api.ifMatch(1).delete(path).refused(409, "role.in_use");
        api.post("/api/roles", Map.of("name", "admin", "permissions", List.of()))
                .refused(409, "role.taken");
        api.post("/api/roles", Map.of("name", "X", "permissions", List.of("no.such")))
                .refused(422, "permission.unknown");
    }
}
