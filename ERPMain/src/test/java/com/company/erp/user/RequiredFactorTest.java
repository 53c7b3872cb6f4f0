package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.hostile.PageVisitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A company asks a second factor of some or all, and who has none does nothing before he has set one up. */
class RequiredFactorTest extends HttpTest {

    private static final String POLICY = "/api/second-factor-policy";

    /** Who runs the installation founded it and is asked, too: so its name comes last where all are asked. */
    private static void require(Api admin, boolean everybody, Set<String> roles) {
        JsonNode policy = admin.get(POLICY).ok();
        admin.ifMatch(policy)
                .put(POLICY, Map.of("everybody", everybody, "roles", roles))
                .ok();
    }

    private static String nameOf(Api user) {
        return me(user).get("username").textValue();
    }

    private static JsonNode me(Api user) {
        return user.get("/api/auth/me").ok();
    }

    @Test
    void who_holds_such_a_role_does_nothing_before_he_has_one_and_is_told_so_in_time() {
        Api admin = newCompany("Asks a role");
        Api clerk = newUser(admin, "SALES");
        Api keeper = newUser(admin, "ACCOUNTANT");
        assertThat(me(clerk).get("mustAddSecondFactor").booleanValue()).isFalse();
        require(admin, false, Set.of("SALES"));

        clerk.get("/api/parties").refused(403, "second_factor.required");
        clerk.get("/api/notices").refused(403, "second_factor.required");
        clerk.post("/api/parties", Map.of("name", "X", "roles", List.of("CUSTOMER")))
                .refused(403, "second_factor.required");
        keeper.get("/api/parties").ok();
        admin.get("/api/parties").ok();
        assertThat(me(clerk).get("mustAddSecondFactor").booleanValue()).isTrue();
        assertThat(me(clerk).get("permissions")).isEmpty();
        JsonNode signedIn = stranger()
                .post("/api/auth/login", Map.of("username", nameOf(clerk), "password", PASSWORD))
                .ok();
        assertThat(signedIn.get("mustAddSecondFactor").booleanValue()).isTrue();
        clerk.get("/api/sessions").ok();

        Phone phone = new Phone(clerk);
        clerk.get("/api/parties").ok();
        assertThat(me(clerk).get("mustAddSecondFactor").booleanValue()).isFalse();
        phone.login(stranger(), null).refused(401, "sign_in.code_needed");
    }

    @Test
    void everybody_is_everybody_but_machines_and_holds_in_that_company_alone() {
        Api admin = newCompany("Zzz asks all");
        Api elsewhere = newCompany("Asks nobody");
        String secret = admin.post(
                        "/api/api-keys",
                        Map.of(
                                "name",
                                "machine",
                                "permissions",
                                List.of("party.read"),
                                "expiresAt",
                                Instant.now().plus(1, ChronoUnit.DAYS).toString()))
                .created()
                .get("secret")
                .textValue();
        elsewhere
                .post("/api/users", Map.of("username", nameOf(admin), "name", "A", "roles", List.of("SALES")))
                .created();
        require(admin, true, Set.of());

        admin.get("/api/parties").refused(403, "second_factor.required");
        stranger().withToken(secret).get("/api/parties").ok();
        String other = elsewhere.get("/api/company").ok().get("id").textValue();
        JsonNode switched =
                admin.post("/api/auth/switch", Map.of("company", other)).ok();
        assertThat(switched.get("mustAddSecondFactor").booleanValue()).isFalse();
        admin.withToken(switched.get("accessToken").textValue())
                .get("/api/parties")
                .ok();
    }

    @Test
    void who_stands_in_for_one_of_whom_it_is_asked_is_asked_too_and_may_go_on_as_himself() {
        Api admin = newCompany("Stand-ins");
        Api absent = newUser(admin, "ACCOUNTANT");
        Api clerk = newUser(admin, "SALES");
        require(admin, false, Set.of("ACCOUNTANT"));
        new Phone(absent);
        var absence = Map.of(
                "standIn",
                me(clerk).get("id").textValue(),
                "reason",
                "Holiday",
                "startsOn",
                LocalDate.now(ZoneOffset.UTC).minusDays(2).toString(),
                "endsOn",
                LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
        absent.post("/api/delegations/mine", absence).created();
        clerk.post("/api/auth/stand-in", Map.of("user", me(absent).get("id").textValue()))
                .noContent();
        clerk.get("/api/entries").refused(403, "second_factor.required");
        clerk.post("/api/auth/stand-in/end").noContent();
        clerk.get("/api/parties").ok();
    }

    @Test
    void who_administers_sees_who_has_one_and_an_unknown_role_is_refused() {
        Api admin = newCompany("Overview");
        Api with = newUser(admin, "SALES");
        Api without = newUser(admin, "SALES");
        new Phone(with);

        JsonNode users = admin.get("/api/users?secondFactor=true").ok().get("items");
        assertThat(users.findValuesAsText("username")).containsExactly(nameOf(with));
        assertThat(admin.get("/api/users?secondFactor=false").ok().get("items").findValuesAsText("username"))
                .contains(nameOf(without))
                .doesNotContain(nameOf(with));
        assertThat(admin.get("/api/users/" + me(with).get("id").textValue())
                        .ok()
                        .get("secondFactor")
                        .booleanValue())
                .isTrue();
        admin.ifMatch(0)
                .put(POLICY, Map.of("everybody", false, "roles", Set.of("NOBODY")))
                .refused(422, "role.unknown");
        with.get(POLICY).refused(403, "access.denied");
        with.ifMatch(0)
                .put(POLICY, Map.of("everybody", false, "roles", Set.of()))
                .refused(403, "access.denied");
    }

    @Test
    void pages_lead_to_where_one_sets_it_up_and_let_go_on_then() {
        Api admin = newCompany("Zzz pages ask");
        require(admin, true, Set.of());
        PageVisitor visitor = PageVisitor.at(address());
        visitor.post("/sign-in", Map.of("username", nameOf(admin), "password", PASSWORD))
                .expect(303);
        for (String page : List.of("/", "/parties", "/notices")) {
            assertThat(visitor.get(page).expect(303).header("Location")).isEqualTo("/second-factor");
        }
        assertThat(visitor.get("/second-factor").expect(200).text())
                .contains("name=\"currentPassword\"")
                .doesNotContain("hx-get=\"/notices/count\"");
        visitor.post("/second-factor", Map.of("currentPassword", "wrong")).expect(422);
        String app = visitor.post("/second-factor", Map.of("currentPassword", PASSWORD))
                .expect(200)
                .text();
        String secret = app.replaceFirst("(?s).*name=\"secret\" value=\"([A-Z2-7]{32})\".*", "$1");
        assertThat(app).contains("data:image/png;base64,", "<code>" + secret + "</code>");
        String again = visitor.post("/second-factor/confirm", Map.of("secret", secret, "code", "000"))
                .expect(422)
                .text();
        assertThat(again).contains(secret);
        visitor.post("/second-factor/confirm", Map.of("secret", "<script>", "code", "000"))
                .expect(303);
        String codes = visitor.post("/second-factor/confirm", Map.of("secret", secret, "code", Phone.codeNow(secret)))
                .expect(200)
                .text();
        assertThat(codes.split("<li><code>")).hasSize(11);
        visitor.get("/parties").expect(200);
        visitor.get("/second-factor-policy").expect(200);
    }
}
