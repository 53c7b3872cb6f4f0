package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A credit note corrects an invoice; it has a series of its own. */
class CreditNoteTest extends InvoicingScenario {

    @Test
    void a_full_credit_note_closes_the_invoice_and_takes_the_books_back() {
        String invoice = invoice(customer("Acme"))
                .with("priceMode", "GROSS")
                .line("Tea", "7", "9.99", VAT_20)
                .line("Books", "3", "5.05", VAT_5)
                .issuedOn("2026-03-02");
        String note = credited(invoice, "2026-03-09");

        expect(invoice, "INV-2026-00001 CREDITED open 0.00 due 2026-04-01");
        expect(note, "CRN-2026-00001 PAID open 0.00 due 2026-03-09");
        JsonNode found = found(note);
        assertThat(found.get("type").textValue()).isEqualTo("CREDIT_NOTE");
        assertThat(found.get("credits").textValue()).isEqualTo(invoice);
        assertThat(found.get("taxes")).isEqualTo(found(invoice).get("taxes"));
        expectBooks("""
                1200 Receivables 85.08 85.08
                2200 VAT payable 12.38 12.38
                4000 Revenue 72.70 72.70""");
        credit(invoice, Map.of("on", "2026-03-09", "reason", "Again")).refused(409, "invoice.nothing_left");
        expectItemsEqualControlAccounts();
        expectSoundLedger();
    }

    @Test
    void a_draft_has_nothing_to_credit() {
        String draft =
                invoice(customer("Acme")).line("Chairs", "4", "25.00", VAT_20).drafted();
        assertThat(found(draft).at("/creditable/amount").textValue()).isEqualTo("0.00");
        credit(draft, Map.of("on", "2026-03-09", "reason", "Too early")).refused(409, "invoice.not_issued");
    }

    @Test
    void a_part_is_credited_by_line_and_the_rest_stays_open() {
        String invoice = invoice(customer("Acme"))
                .line("Chairs", "4", "25.00", VAT_20)
                .line("Delivery", "1", "10.00", VAT_20)
                .issuedOn("2026-03-02");
        String chairs = found(invoice).at("/lines/0/id").textValue();
        credit(
                        invoice,
                        Map.of(
                                "on", "2026-03-09",
                                "reason", "One chair came broken",
                                "lines", List.of(Map.of("line", chairs, "quantity", "1"))))
                .created();
        expect(invoice, "INV-2026-00001 ISSUED open 102.00 due 2026-04-01");
        JsonNode line = found(invoice).at("/lines/0");
        assertThat(line.get("creditableQuantity").textValue()).isEqualTo("3");
        credit(
                        invoice,
                        Map.of(
                                "on", "2026-03-09",
                                "reason", "Too many",
                                "lines", List.of(Map.of("line", chairs, "quantity", "3.5"))))
                .refused(409, "invoice.overcredited");
    }

    @Test
    void a_credit_by_amount_is_split_between_net_and_tax() {
        String invoice =
                invoice(customer("Acme")).line("Chairs", "4", "25.00", VAT_20).issuedOn("2026-03-02");
        JsonNode note = credit(
                        invoice, Map.of("on", "2026-03-09", "reason", "For the delay", "amount", money("30.00", "EUR")))
                .created();
        assertThat(note.at("/net/amount").textValue()).isEqualTo("25.00");
        assertThat(note.at("/tax/amount").textValue()).isEqualTo("5.00");
        expect(invoice, "INV-2026-00001 ISSUED open 90.00 due 2026-04-01");
    }

    @Test
    void a_credit_note_settles_at_most_what_is_open_and_the_rest_is_the_customers_credit() {
        String customer = customer("Acme");
        String invoice =
                invoice(customer).line("Chairs", "4", "25.00", ZERO_RATED).issuedOn("2026-03-02");
        received("70.00", customer, invoice, "2026-03-05");
        expect(invoice, "INV-2026-00001 ISSUED open 30.00 due 2026-04-01");

        String note = credited(invoice, "2026-03-09");
        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        expect(note, "CRN-2026-00001 ISSUED open 70.00 due 2026-03-09");
        expectBooks("""
                1000 Bank 70.00 0.00
                1200 Receivables 100.00 170.00
                4000 Revenue 100.00 100.00""");
        expectItemsEqualControlAccounts();
    }

    @Test
    void a_credit_in_another_currency_takes_the_rate_of_its_invoice() {
        api.post("/api/exchange-rates", Map.of("from", "USD", "to", "EUR", "date", "2026-03-01", "rate", "0.913333"))
                .created();
        api.post("/api/exchange-rates", Map.of("from", "USD", "to", "EUR", "date", "2026-03-08", "rate", "0.850000"))
                .created();
        String invoice = invoice(customer("Acme"))
                .with("currency", "USD")
                .line("Consulting", "3", "33.33", VAT_20)
                .issuedOn("2026-03-02");
        credited(invoice, "2026-03-09");
        expect(invoice, "INV-2026-00001 CREDITED open 0.00 due 2026-04-01");
        for (JsonNode row : trialBalance("to=2026-12-31").get("rows")) {
            assertThat(row.get("debit")).as(row.toString()).isEqualTo(row.get("credit"));
        }
        expectItemsEqualControlAccounts();
        expectSoundLedger();
    }

    @Test
    void a_credit_note_of_its_own_is_the_customers_credit_from_the_start() {
        String note = invoice(customer("Acme"))
                .with("type", "CREDIT_NOTE")
                .line("Bonus", "1", "50.00", ZERO_RATED)
                .issuedOn("2026-03-02");
        expect(note, "CRN-2026-00001 ISSUED open 50.00 due 2026-03-02");
        nightOf("2026-05-01");
        expect(note, "CRN-2026-00001 ISSUED open 50.00 due 2026-03-02");
        credit(note, Map.of("on", "2026-03-09", "reason", "No")).refused(409, "invoice.not_issued");
        expectBooks("""
                1200 Receivables 0.00 50.00
                4000 Revenue 50.00 0.00""");
    }
}
