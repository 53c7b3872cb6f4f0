package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.finance.InvoicingScenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who stands in for somebody away acts with his permissions, and everybody sees who it really was. */
class DelegationTest extends InvoicingScenario {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static String idOf(Api user) {
        return user.get("/api/auth/me").ok().get("id").textValue();
    }

    private static Map<String, Object> by(String standIn, LocalDate from, LocalDate until) {
        return Map.of("standIn", standIn, "reason", "Holiday", "startsOn", from.toString(), "endsOn", until.toString());
    }

    private static Map<String, Object> thisWeekBy(String standIn) {
        return by(standIn, TODAY.minusDays(3), TODAY.plusDays(3));
    }

    private static void standInFor(Api standIn, String absent) {
        standIn.post("/api/auth/stand-in", Map.of("user", absent)).noContent();
    }

    @Test
    void a_stand_in_has_the_permissions_of_the_absent_one_while_he_acts_for_him() {
        Api absent = asUserWith("ACCOUNTANT");
        Api standIn = asUserWith("WAREHOUSE");
        String id = idOf(absent);
        standIn.get("/api/invoices").refused(403, "access.denied");
        absent.post("/api/delegations/mine", thisWeekBy(idOf(standIn))).created();
        standIn.get("/api/invoices").refused(403, "access.denied");

        standInFor(standIn, id);
        standIn.get("/api/invoices").ok();
        JsonNode me = standIn.get("/api/auth/me").ok();
        assertThat(me.get("id").textValue()).isNotEqualTo(id);
        assertThat(me.at("/standingInFor/id").textValue()).isEqualTo(id);
        assertThat(api.get("/api/access/explain?user=%s&permission=invoice.issue", idOf(standIn))
                        .ok()
                        .at("/lentBy/0/absent")
                        .textValue())
                .isEqualTo(id);

        standIn.post("/api/auth/stand-in/end").noContent();
        standIn.get("/api/invoices").refused(403, "access.denied");
    }

    @Test
    void the_audit_log_names_both() {
        Api absent = asUserWith("SALES");
        Api standIn = asUserWith("WAREHOUSE");
        absent.post("/api/delegations/mine", thisWeekBy(idOf(standIn))).created();
        standInFor(standIn, idOf(absent));
        String party = standIn.post("/api/parties", Map.of("name", "Gamma", "roles", List.of("CUSTOMER")))
                .created()
                .get("id")
                .textValue();

        JsonNode row = api.get("/api/audit?record=" + party).ok().at("/items/0");
        assertThat(row.get("actor").textValue()).isEqualTo(idOf(absent));
        assertThat(row.get("standIn").textValue()).isEqualTo(idOf(standIn));
        assertThat(row.get("permission").textValue()).isEqualTo("party.create");
        assertThat(api.get("/api/audit?standIn=" + idOf(standIn)).ok().get("items"))
                .anyMatch(item -> item.get("recordId").textValue().equals(party));
    }

    @Test
    void it_ends_with_its_day_or_when_revoked_or_when_the_absent_one_leaves() {
        Api absent = asUserWith("ACCOUNTANT");
        Api standIn = asUserWith("WAREHOUSE");
        String id = idOf(absent);
        String other = idOf(standIn);
        absent.post("/api/delegations/mine", by(other, TODAY.minusDays(9), TODAY.minusDays(2)))
                .created();
        absent.post("/api/delegations/mine", by(other, TODAY.plusDays(2), TODAY.plusDays(9)))
                .created();
        standIn.post("/api/auth/stand-in", Map.of("user", id)).refused(404, "delegation.none");

        JsonNode now = absent.post("/api/delegations/mine", thisWeekBy(other)).created();
        standInFor(standIn, id);
        absent.post("/api/delegations/mine/" + now.get("id").textValue() + "/revoke")
                .ok();
        standIn.get("/api/invoices").refused(403, "access.denied");

        absent.post("/api/delegations/mine", thisWeekBy(other)).created();
        standIn.get("/api/invoices").ok();
        api.post("/api/users/" + id + "/deactivate").ok();
        standIn.get("/api/invoices").refused(403, "access.denied");
    }

    @Test
    void what_is_personal_stays_the_stand_in_s_own() {
        Api absent = asUserWith("ACCOUNTANT");
        Api standIn = asUserWith("WAREHOUSE");
        absent.post("/api/delegations/mine", thisWeekBy(idOf(standIn))).created();
        JsonNode own = standIn.get("/api/sessions").ok();
        standInFor(standIn, idOf(absent));

        assertThat(standIn.get("/api/sessions").ok().findValuesAsText("id")).isEqualTo(own.findValuesAsText("id"));
        standIn.post("/api/auth/second-factor/begin", Map.of("currentPassword", PASSWORD))
                .ok();
        assertThat(absent.get("/api/auth/second-factor").ok().get("active").booleanValue())
                .isFalse();
        standIn.post(
                        "/api/auth/password",
                        Map.of("currentPassword", PASSWORD, "newPassword", "a password of the stand-in"))
                .ok();
        absent.get("/api/auth/me").ok();
        standIn.get("/api/auth/me").refused(401, "session.revoked");
    }

    @Test
    void the_right_to_decide_who_may_do_what_is_never_lent() {
        Api standIn = asUserWith("WAREHOUSE");
        api.post("/api/delegations/mine", thisWeekBy(idOf(standIn))).created();
        standInFor(standIn, idOf(api));

        standIn.get("/api/users").ok();
        standIn.post("/api/users", Map.of("username", "x@example.com", "name", "X", "roles", List.of("ADMIN")))
                .refused(403, "access.denied");
        standIn.post("/api/roles", Map.of("name", "Mine", "permissions", List.of("party.read")))
                .refused(403, "access.denied");
        standIn.post("/api/users/" + idOf(api) + "/delegations", thisWeekBy(idOf(standIn)))
                .refused(403, "access.denied");
    }

    @Test
    void nobody_decides_over_another_s_delegation_unless_he_may_do_all_that_the_other_may() {
        api.post("/api/roles", Map.of("name", "Planner", "permissions", List.of("delegation.create")))
                .created();
        Api planner = asUserWith("Planner");
        Api absent = asUserWith("ACCOUNTANT");
        String standIn = idOf(asUserWith("WAREHOUSE"));
        String path = "/api/users/" + idOf(absent) + "/delegations";

        planner.post(path, thisWeekBy(standIn)).refused(403, "access.beyond_own");
        JsonNode made = api.post(path, thisWeekBy(standIn)).created();
        planner.post("/api/delegations/mine/" + made.get("id").textValue() + "/revoke")
                .refused(404, "delegation.unknown");
        assertThat(absent.get("/api/delegations/mine").ok().findValuesAsText("standIn"))
                .containsExactly(standIn);
        api.post("/api/delegations/" + made.get("id").textValue() + "/revoke").ok();
        api.post("/api/users/" + idOf(absent) + "/delegations", thisWeekBy(idOf(absent)))
                .refused(422, "delegation.oneself");
        api.post(path, by(standIn, TODAY, TODAY.minusDays(1))).refused(422, "delegation.dates");
        newCompany("Elsewhere").post(path, thisWeekBy(standIn)).refused(404, "user.unknown");
    }

    @Test
    void four_eyes_are_not_those_of_one_person_and_whom_he_stands_in_for() {
        Api absent = asUserWith("ACCOUNTANT");
        Api standIn = asUserWith("SALES");
        absent.post("/api/delegations/mine", thisWeekBy(idOf(standIn))).created();
        api.post("/api/duty-pairs", Map.of("first", "invoice.draft", "second", "invoice.issue", "because", "Four eyes"))
                .created();
        absent.post("/api/delegations/mine", thisWeekBy(idOf(standIn))).refused(409, "duty.conflict");
        String draft = standIn.post(
                        "/api/invoices",
                        invoice(customer("Delta"))
                                .line("Work", "1", "100.00", VAT_20)
                                .content())
                .created()
                .get("id")
                .textValue();

        standInFor(standIn, idOf(absent));
        var on = Map.of("on", "2026-03-02");
        standIn.post("/api/invoices/" + draft + "/issue", on).refused(403, "duty.one_person");
        absent.post("/api/invoices/" + draft + "/issue", on).ok();
    }
}
