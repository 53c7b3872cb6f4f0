package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A story of invoices: who is invoiced what, and what becomes of it. Terms are 30 days where nothing is agreed. */
public abstract class InvoicingScenario extends FinanceScenario {

    protected static final String VAT_20 = "VAT20";
    protected static final String VAT_5 = "VAT5";
    protected static final String ZERO_RATED = "ZERO";

    /** A customer of this name, and its id. */
    protected String customer(String name) {
        return customer(Map.of("name", name, "roles", List.of("CUSTOMER")));
    }

    protected String customer(Map<String, ?> details) {
        return api.post("/api/parties", details).created().get("id").textValue();
    }

    protected Draft invoice(String customer) {
        return new Draft(customer);
    }

    /** A draft that is being written. */
    protected final class Draft {

        private final Map<String, Object> content = new LinkedHashMap<>();
        private final List<Map<String, Object>> lines = new ArrayList<>();

        private Draft(String customer) {
            content.put("customer", customer);
            content.put("lines", lines);
        }

        public Draft line(String text, String quantity, String unitPrice, String taxCode) {
            return line(
                    Map.of("text", text, "quantity", quantity, "unitPrice", unitPrice, "taxCode", taxCode(taxCode)));
        }

        public Draft line(Map<String, Object> line) {
            lines.add(line);
            return this;
        }

        /** Says anything else of the head, such as {@code with("currency", "USD")}. */
        public Draft with(String field, Object value) {
            content.put(field, value);
            return this;
        }

        public Answer tryDraft() {
            return api.post("/api/invoices", content);
        }

        /** Writes the draft; answers its id. */
        public String drafted() {
            return tryDraft().created().get("id").textValue();
        }

        /** Writes and issues it; answers its id. */
        public String issuedOn(String date) {
            String id = drafted();
            issue(id, date).ok();
            return id;
        }

        public Map<String, Object> content() {
            return content;
        }
    }

    protected Answer issue(String invoice, String date) {
        return api.post("/api/invoices/" + invoice + "/issue", Map.of("on", date));
    }

    /** Credits all that is left; answers the credit note's id. */
    protected String credited(String invoice, String date) {
        return credit(invoice, Map.of("on", date, "reason", "Goodwill"))
                .created()
                .get("id")
                .textValue();
    }

    protected Answer credit(String invoice, Map<String, ?> request) {
        return api.post("/api/invoices/" + invoice + "/credit", request);
    }

    /** Money from the customer for one invoice; answers the payment's id. */
    protected String received(String amount, String customer, String invoice, String on) {
        return api.post(
                        "/api/payments/receive",
                        Map.of(
                                "customer",
                                customer,
                                "date",
                                on,
                                "amount",
                                money(amount, "EUR"),
                                "shares",
                                List.of(Map.of("document", invoice, "amount", money(amount, "EUR")))))
                .created()
                .get("id")
                .textValue();
    }

    protected JsonNode found(String invoice) {
        return api.get("/api/invoices/" + invoice).ok();
    }

    /** {@code INV-2026-00001 ISSUED open 600.00 due 2026-04-01}. */
    protected void expect(String invoice, String expected) {
        JsonNode found = found(invoice);
        assertThat(String.join(
                        " ",
                        found.get("number").asText("draft"),
                        found.get("status").textValue(),
                        "open",
                        found.at("/open/amount").textValue(),
                        "due",
                        found.get("dueDate").asText("never")))
                .isEqualTo(expected);
    }

    protected static Map<String, String> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    /** What the receivable account says is what the open items say. */
    protected void expectItemsEqualControlAccounts() {
        assertThat(api.post("/api/open-items/check").ok()).isEmpty();
    }
}
