package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What becomes of an invoice after its issue. */
class InvoiceLifeTest extends InvoicingScenario {

    @Test
    void two_payments_clear_an_overdue_invoice() {
        var acme = customer("Acme");
        var invoice = invoice(acme)
                .line("Consulting, days", "3", "150.00", VAT_20)
                .line("Travel, re-billed", "1", "60.00", ZERO_RATED)
                .issuedOn("2026-03-02");
        nightOf("2026-04-02");
        expect(invoice, "INV-2026-00001 OVERDUE open 600.00 due 2026-04-01");

        received("200.00", acme, invoice, "2026-04-10");
        expect(invoice, "INV-2026-00001 OVERDUE open 400.00 due 2026-04-01");
        received("400.00", acme, invoice, "2026-04-20");
        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        expectBooks("""
                1000 Bank           600.00     0.00
                1200 Receivables    600.00   600.00
                2200 VAT payable      0.00    90.00
                4000 Revenue          0.00   510.00""");
        expectItemsEqualControlAccounts();
    }

    @Test
    void a_payment_taken_back_opens_the_invoice_as_late_as_it_is() {
        var acme = customer("Acme");
        var invoice =
                invoice(acme).line("Consulting", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        String payment = received("100.00", acme, invoice, "2026-03-20");
        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        api.post("/api/payments/" + payment + "/reverse", Map.of("on", "2026-04-08", "reason", "The debit bounced"))
                .ok();
        expect(invoice, "INV-2026-00001 OVERDUE open 100.00 due 2026-04-01");
        expectItemsEqualControlAccounts();
    }

    @Test
    void instalments_fall_due_one_by_one_and_days_missed_are_caught_up() {
        String halves = api.post("/api/payment-terms", """
                        {"code": "HALVES", "name": "Two halves", "terms": {"shares": [
                            {"percent": "50", "due": {"kind": "NET", "days": 10}},
                            {"percent": "50", "due": {"kind": "NET", "days": 40}}], "discount": null}}""").created().get("id").textValue();
        var acme = customer("Acme");
        var invoice = invoice(acme)
                .with("paymentTerms", halves)
                .line("Machine", "1", "1000.01", ZERO_RATED)
                .issuedOn("2026-03-02");
        assertThat(found(invoice).get("instalments"))
                .extracting(i -> i.get("dueDate").textValue() + " "
                        + i.at("/amount/amount").textValue())
                .containsExactly("2026-03-12 500.01", "2026-04-11 500.00");

        // The house was shut on the 13th; the next night catches up.
        nightOf("2026-03-20");
        expect(invoice, "INV-2026-00001 OVERDUE open 1000.01 due 2026-04-11");
        received("500.01", acme, invoice, "2026-03-21");
        expect(invoice, "INV-2026-00001 ISSUED open 500.00 due 2026-04-11");
        nightOf("2026-04-11");
        expect(invoice, "INV-2026-00001 ISSUED open 500.00 due 2026-04-11");
        nightOf("2026-04-12");
        expect(invoice, "INV-2026-00001 OVERDUE open 500.00 due 2026-04-11");
    }

    @Test
    void the_terms_of_the_customer_grant_a_discount_that_is_frozen_on_issue() {
        String terms = "";
        for (JsonNode known : api.get("/api/payment-terms").ok().get("items")) {
            if (known.get("code").textValue().equals("2-10-NET30"))
                terms = known.get("id").textValue();
        }
        var acme = customer(Map.of("name", "Acme", "roles", List.of("CUSTOMER"), "paymentTerms", terms));
        var invoice = invoice(acme).line("Consulting", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        JsonNode found = found(invoice);
        assertThat(found.get("discountPercent").textValue()).isEqualTo("2");
        assertThat(found.get("discountUntil").textValue()).isEqualTo("2026-03-12");
        JsonNode item = api.get("/api/open-items?document=" + invoice).ok().at("/items/0");
        assertThat(item.at("/discount/amount").textValue()).isEqualTo("2.40");
    }

    @Test
    void the_feed_tells_the_life_of_an_invoice_in_order() {
        var acme = customer("Acme");
        var invoice =
                invoice(acme).line("Consulting", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        nightOf("2026-04-02");
        received("100.00", acme, invoice, "2026-04-10");
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                api.get("/api/events?limit=500").ok().get("items"))
                        .filteredOn(event -> event.get("recordId").textValue().equals(invoice))
                        .extracting(event -> event.get("type").textValue())
                        .containsExactly("invoice.drafted", "invoice.issued", "invoice.overdue", "invoice.paid"));
    }

    @Test
    void the_audit_log_says_what_changed_field_by_field() {
        var draft = invoice(customer("Acme")).line("Consulting", "1", "100.00", VAT_20);
        JsonNode before = draft.tryDraft().created();
        String id = before.get("id").textValue();
        api.ifMatch(before)
                .put("/api/invoices/" + id, draft.with("notes", "Thank you.").content())
                .ok();
        issue(id, "2026-03-02").ok();
        JsonNode rows = api.get("/api/audit?sort=at&record=" + id).ok().get("items");
        assertThat(rows).extracting(row -> row.get("action").textValue()).containsExactly("create", "change", "change");
        assertThat(change(rows.get(1), "head.notes")).isEqualTo("null -> Thank you.");
        assertThat(change(rows.get(2), "number")).isEqualTo("null -> INV-2026-00001");
        assertThat(change(rows.get(2), "status")).isEqualTo("DRAFT -> ISSUED");
        assertThat(change(rows.get(2), "gross")).isEqualTo("not changed");
    }

    private static String change(JsonNode row, String name) {
        for (JsonNode field : row.get("changes")) {
            if (field.get("field").textValue().equals(name)) {
                return field.get("before").asText() + " -> "
                        + field.get("after").asText();
            }
        }
        return "not changed";
    }

    @Test
    void the_database_itself_refuses_what_an_issued_invoice_never_does() throws SQLException {
        var invoice = invoice(customer("Acme"))
                .line("Consulting", "1", "100.00", VAT_20)
                .issuedOn("2026-03-02");
        refused("invoice.immutable", "UPDATE invoices SET gross = 1, net = 1, tax = 0 WHERE id = '%s'", invoice);
        refused("invoice.immutable", "UPDATE invoices SET number = 'INV-1' WHERE id = '%s'", invoice);
        refused("invoice.immutable", "UPDATE invoices SET customer_name = 'Apex' WHERE id = '%s'", invoice);
        refused("invoice.transition", "UPDATE invoices SET status = 'DRAFT' WHERE id = '%s'", invoice);
        refused("invoice.immutable", "DELETE FROM invoices WHERE id = '%s'", invoice);
        refused("invoice.immutable", "UPDATE invoice_lines SET text = 'Other' WHERE invoice_id = '%s'", invoice);
        refused("invoice.immutable", "DELETE FROM invoice_lines WHERE invoice_id = '%s'", invoice);
        refused("invoice.immutable", "UPDATE invoice_instalments SET amount = 1 WHERE invoice_id = '%s'", invoice);
        refused("invoice.immutable", "DELETE FROM invoice_instalments WHERE invoice_id = '%s'", invoice);
    }

    private void refused(String code, String sql, String invoice) throws SQLException {
        try (Connection owner = superuser();
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql.formatted(invoice)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(code);
        }
    }
}
