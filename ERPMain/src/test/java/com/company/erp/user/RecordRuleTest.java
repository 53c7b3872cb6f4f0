package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.finance.InvoicingScenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far the permissions of a role reach: to the own records, or up to an amount. */
class RecordRuleTest extends InvoicingScenario {

    private static final Map<String, String> ON = Map.of("on", "2026-03-02");

    private void role(String name, String... permissions) {
        api.post("/api/roles", Map.of("name", name, "permissions", List.of(permissions)))
                .created();
    }

    private JsonNode rule(String role, String permission, Map<String, ?> limit) {
        var body = new HashMap<String, Object>(limit);
        body.put("role", role);
        body.put("permission", permission);
        return api.post("/api/record-rules", body).created();
    }

    private String draftBy(Api user, String customer, String price) {
        return user.post(
                        "/api/invoices",
                        invoice(customer).line("Work", "1", price, ZERO_RATED).content())
                .created()
                .get("id")
                .textValue();
    }

    @Test
    void who_is_limited_to_the_own_sees_and_changes_no_other_s() {
        role("Own sales", "invoice.read", "invoice.draft", "invoice.issue", "invoice.cancel", "attachment.read");
        for (String permission : List.of("invoice.read", "invoice.draft", "invoice.issue", "invoice.cancel")) {
            rule("Own sales", permission, Map.of("ownOnly", true));
        }
        String customer = customer("Acme");
        String others =
                invoice(customer).line("Work", "1", "100.00", ZERO_RATED).drafted();
        Api seller = asUserWith("Own sales");
        String own = draftBy(seller, customer, "100.00");

        assertThat(seller.get("/api/invoices").ok().get("items").findValuesAsText("id"))
                .containsExactly(own);
        assertThat(seller.get("/api/invoices/export").text()).doesNotContain(others);
        seller.get("/api/invoices/" + own).ok();
        seller.get("/api/invoices/" + others).refused(404, "invoice.unknown");
        seller.get("/api/invoices/" + own + "/attachments").ok();
        seller.get("/api/invoices/" + others + "/attachments").refused(404, "record.unknown");
        seller.post("/api/invoices/" + others + "/issue", ON).refused(403, "record_rule.own");
        seller.post("/api/invoices/" + others + "/cancel").refused(403, "record_rule.own");
        JsonNode found = api.get("/api/invoices/" + others).ok();
        seller.ifMatch(found)
                .put(
                        "/api/invoices/" + others,
                        invoice(customer).line("Less", "1", "1.00", ZERO_RATED).content())
                .refused(403, "record_rule.own");
        seller.post("/api/invoices/" + own + "/issue", ON).ok();
        assertThat(api.get("/api/invoices").ok().get("items").findValuesAsText("id"))
                .contains(own, others);
    }

    @Test
    void an_amount_above_the_limit_is_for_somebody_else() {
        role("Small sales", "invoice.issue", "invoice.draft", "invoice.read");
        JsonNode rule = rule("Small sales", "invoice.issue", Map.of("amountMax", "500.00"));
        String customer = customer("Beta");
        Api seller = asUserWith("Small sales");
        String small = draftBy(seller, customer, "500.00");
        String large = draftBy(seller, customer, "500.01");

        seller.post("/api/invoices/" + small + "/issue", ON).ok();
        seller.post("/api/invoices/" + large + "/issue", ON).refused(403, "record_rule.amount");
        assertThat(api.get("/api/invoices/" + large).ok().get("status").textValue())
                .isEqualTo("DRAFT");
        api.ifMatch(rule)
                .put("/api/record-rules/" + rule.get("id").textValue(), Map.of("amountMax", "501"))
                .ok();
        seller.post("/api/invoices/" + large + "/issue", ON).ok();
    }

    @Test
    void money_goes_out_up_to_the_limit_only() {
        String customer = customer("Delta");
        String invoice =
                invoice(customer).line("Work", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        role("Small change", "payment.write_off", "payment.refund");
        rule("Small change", "payment.write_off", Map.of("amountMax", "5.00"));
        rule("Small change", "payment.refund", Map.of("amountMax", "5.00"));
        Api clerk = asUserWith("Small change");

        clerk.post("/api/payments/write-off", letGo(customer, invoice, "5.01")).refused(403, "record_rule.amount");
        clerk.post("/api/payments/write-off", letGo(customer, invoice, "5.00")).created();
        String credit = api.post(
                        "/api/payments/receive",
                        Map.of(
                                "customer",
                                customer,
                                "date",
                                "2026-03-02",
                                "amount",
                                money("50.00", "EUR"),
                                "restAsCredit",
                                true))
                .created()
                .get("id")
                .textValue();
        clerk.post("/api/payments/refund", refund(customer, credit, "5.01")).refused(403, "record_rule.amount");
        clerk.post("/api/payments/refund", refund(customer, credit, "5.00")).created();
    }

    private static Map<String, Object> letGo(String customer, String invoice, String amount) {
        return Map.of(
                "customer",
                customer,
                "date",
                "2026-03-02",
                "document",
                invoice,
                "amount",
                money(amount, "EUR"),
                "reason",
                "Too little to ask for");
    }

    private static Map<String, Object> refund(String customer, String credit, String amount) {
        return Map.of(
                "customer",
                customer,
                "date",
                "2026-03-02",
                "amount",
                money(amount, "EUR"),
                "shares",
                List.of(Map.of("document", credit, "amount", money(amount, "EUR"))));
    }

    @Test
    void of_several_roles_the_one_that_reaches_farthest_counts_and_the_explanation_says_so() {
        role("Near", "invoice.read");
        role("Far", "invoice.read");
        rule("Near", "invoice.read", Map.of("ownOnly", true));
        String invoice =
                invoice(customer("Gamma")).line("Work", "1", "9.00", ZERO_RATED).drafted();
        Api near = asUserWith("Near");
        Api both = asUserWith("Near", "Far");

        near.get("/api/invoices/" + invoice).refused(404, "invoice.unknown");
        both.get("/api/invoices/" + invoice).ok();
        assertThat(why(near).at("/limitedTo/0/ownOnly").booleanValue()).isTrue();
        assertThat(why(both).get("limitedTo")).isEmpty();
    }

    private JsonNode why(Api user) {
        String id = user.get("/api/auth/me").ok().get("id").textValue();
        return api.get("/api/access/explain?user=%s&permission=invoice.read", id)
                .ok();
    }

    @Test
    void a_rule_is_of_a_role_that_is_there_and_of_a_permission_that_can_be_limited() {
        var rule = Map.of("role", "SALES", "permission", "party.read", "ownOnly", true);
        api.post("/api/record-rules", rule).refused(422, "record_rule.unsupported");
        api.post("/api/record-rules", Map.of("role", "Nobody", "permission", "invoice.read", "ownOnly", true))
                .refused(422, "role.unknown");
        api.post("/api/record-rules", Map.of("role", "SALES", "permission", "invoice.read", "ownOnly", false))
                .refused(422, "record_rule.empty");
        JsonNode made = rule("PURCHASER", "invoice.read", Map.of("ownOnly", true));
        api.post("/api/record-rules", Map.of("role", "PURCHASER", "permission", "invoice.read", "ownOnly", true))
                .refused(409, "record_rule.exists");
        asUserWith("SALES").get("/api/record-rules").refused(403, "access.denied");
        api.ifMatch(made)
                .delete("/api/record-rules/" + made.get("id").textValue())
                .noContent();
    }
}
