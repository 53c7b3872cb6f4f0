package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.finance.InvoicingScenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two duties that one person shall not have both, as companies set it up. */
class DutiesTest extends InvoicingScenario {

    /** By the clock of the house, as sign-ins and delegations are. */
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private JsonNode keepApart(String first, String second) {
        return api.post("/api/duty-pairs", Map.of("first", first, "second", second, "because", "Four eyes."))
                .created();
    }

    @AfterEach
    void endAll() {
        for (JsonNode pair : api.get("/api/duty-pairs").ok()) {
            api.post("/api/duty-pairs/" + pair.get("id").textValue() + "/end").ok();
        }
    }

    private static String idOf(Api user) {
        return user.get("/api/auth/me").ok().get("id").textValue();
    }

    private void role(String name, String... permissions) {
        api.post("/api/roles", Map.of("name", name, "permissions", List.of(permissions)))
                .created();
    }

    private Map<String, Object> exception(JsonNode pair, String user, LocalDate from, LocalDate until) {
        return Map.of(
                "pair", pair.get("id").textValue(),
                "user", user,
                "reason", "The bookkeeper is ill.",
                "startsOn", from.toString(),
                "endsOn", until.toString());
    }

    @Test
    void nobody_is_granted_both_of_two_duties_kept_apart() {
        role("Drafter", "invoice.draft", "invoice.read");
        role("Issuer", "invoice.issue", "invoice.read");
        Api clerk = asUserWith("Drafter");
        JsonNode pair = keepApart("invoice.issue", "invoice.draft");
        String path = "/api/users/" + idOf(clerk) + "/roles";
        var both = Map.of("roles", List.of("Drafter", "Issuer"));

        JsonNode user = api.get("/api/users/" + idOf(clerk)).ok();
        api.ifMatch(user).put(path, both).refused(409, "duty.conflict");
        api.post("/api/users", Map.of("username", "both@example.com", "name", "B", "roles", List.of("ADMIN")))
                .refused(409, "duty.conflict");
        api.post("/api/roles", Map.of("name", "Both", "permissions", List.of("invoice.draft", "invoice.issue")))
                .refused(409, "duty.conflict");
        JsonNode drafter = roleNamed("Drafter");
        api.ifMatch(drafter)
                .put(
                        "/api/roles/" + drafter.get("id").textValue(),
                        Map.of("permissions", List.of("invoice.draft", "invoice.issue")))
                .refused(409, "duty.conflict");

        api.post("/api/duty-exceptions", exception(pair, idOf(clerk), TODAY.minusDays(9), TODAY.minusDays(2)))
                .created();
        api.ifMatch(user).put(path, both).refused(409, "duty.conflict");
        api.post("/api/duty-exceptions", exception(pair, idOf(clerk), TODAY.minusDays(1), TODAY.plusDays(1)))
                .created();
        api.ifMatch(user).put(path, both).ok();
    }

    private JsonNode roleNamed(String name) {
        for (JsonNode role : api.get("/api/roles").ok()) {
            if (role.get("name").textValue().equals(name)) return role;
        }
        throw new AssertionError("There is no role " + name);
    }

    @Test
    void a_role_that_grows_gives_nobody_who_holds_it_both() {
        role("Cashier", "payment.receive");
        role("Crediting", "invoice.read");
        Api clerk = asUserWith("Cashier", "Crediting");
        String id = idOf(clerk);
        keepApart("invoice.credit", "payment.receive");

        JsonNode crediting = roleNamed("Crediting");
        var more = Map.of("permissions", List.of("invoice.read", "invoice.credit"));
        String path = "/api/roles/" + crediting.get("id").textValue();
        api.ifMatch(crediting).put(path, more).refused(409, "duty.conflict");
        api.post("/api/users/" + id + "/deactivate").ok();
        api.ifMatch(crediting).put(path, more).ok();
        api.post("/api/users/" + id + "/activate").refused(409, "duty.conflict");
    }

    @Test
    void a_key_gets_no_two_duties_kept_apart() {
        keepApart("invoice.draft", "invoice.issue");
        var key = Map.of(
                "name",
                "Shop",
                "permissions",
                List.of("invoice.draft", "invoice.issue"),
                "expiresAt",
                TODAY.plusDays(30) + "T00:00:00Z");
        api.post("/api/api-keys", key).refused(409, "duty.conflict");
    }

    @Test
    void who_has_both_uses_them_on_different_records_only_and_is_told_as_a_conflict() {
        Api other = newUser(api, "ADMIN");
        String customer = customer("Acme");
        String mine = invoice(customer).line("Work", "1", "100.00", VAT_20).drafted();
        JsonNode pair = keepApart("invoice.draft", "invoice.issue");

        var on = Map.of("on", "2026-03-02");
        api.post("/api/invoices/" + mine + "/issue", on).refused(403, "duty.one_person");
        other.post("/api/invoices/" + mine + "/issue", on).ok();
        assertThat(api.get("/api/duty-pairs/conflicts").ok().findValuesAsText("user"))
                .contains(idOf(api), idOf(other));

        String next = invoice(customer).line("Work", "1", "100.00", VAT_20).drafted();
        api.post("/api/duty-exceptions", exception(pair, idOf(api), TODAY.minusDays(1), TODAY.plusDays(1)))
                .refused(403, "duty_exception.own");
        JsonNode signed = other.post(
                        "/api/duty-exceptions", exception(pair, idOf(api), TODAY.minusDays(1), TODAY.plusDays(1)))
                .created();
        assertThat(signed.get("signedBy").textValue()).isEqualTo(idOf(other));
        assertThat(api.get("/api/duty-pairs/conflicts").ok().findValuesAsText("user"))
                .doesNotContain(idOf(api));
        api.post("/api/invoices/" + next + "/issue", on).ok();

        String last = invoice(customer).line("Work", "1", "100.00", VAT_20).drafted();
        other.post("/api/duty-exceptions/" + signed.get("id").textValue() + "/revoke")
                .ok();
        api.post("/api/invoices/" + last + "/issue", on).refused(403, "duty.one_person");
        api.post("/api/duty-pairs/" + pair.get("id").textValue() + "/end").ok();
        api.post("/api/invoices/" + last + "/issue", on).ok();
    }

    /** The supplier or customer is named inside of what is asked, not in the path. */
    @Test
    void who_made_a_customer_takes_no_money_from_him() {
        Api other = newUser(api, "ADMIN");
        String customer = customer("Beta");
        keepApart("party.create", "payment.receive");
        var receipt = Map.of(
                "customer",
                customer,
                "date",
                "2026-03-02",
                "amount",
                Map.of("amount", "10.00", "currency", "EUR"),
                "restAsCredit",
                true);

        api.post("/api/payments/receive", receipt).refused(403, "duty.one_person");
        other.post("/api/payments/receive", receipt).created();
    }

    @Test
    void a_pair_is_two_permissions_that_exist_and_what_is_proposed_is_such_pairs() {
        keepApart("invoice.draft", "invoice.issue");
        var again = Map.of("first", "invoice.draft", "second", "invoice.issue", "because", "Twice.");
        api.post("/api/duty-pairs", again).refused(409, "duty.exists");
        api.post("/api/duty-pairs", Map.of("first", "a.b", "second", "invoice.issue", "because", "No."))
                .refused(422, "permission.unknown");
        api.post("/api/duty-pairs", Map.of("first", "entry.post", "second", "entry.post", "because", "No."))
                .refused(422, "duty.same");
        List<String> known = new ArrayList<>();
        api.get("/api/permissions").ok().forEach(name -> known.add(name.textValue()));
        JsonNode proposals = api.get("/api/duty-pairs/proposals").ok();
        assertThat(proposals.findValuesAsText("first")).isNotEmpty().allMatch(known::contains);
        assertThat(proposals.findValuesAsText("second")).allMatch(known::contains);
        asUserWith("WAREHOUSE").get("/api/duty-pairs").refused(403, "access.denied");
    }

    @Test
    void the_explanation_names_what_is_kept_apart() {
        Api clerk = asUserWith("ACCOUNTANT");
        keepApart("invoice.draft", "invoice.issue");

        JsonNode why = api.get("/api/access/explain?user=%s&permission=invoice.issue", idOf(clerk))
                .ok();
        assertThat(why.get("allowed").booleanValue()).isTrue();
        assertThat(why.get("apartFrom").get(0).textValue()).isEqualTo("invoice.draft");
    }
}
