package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How customers pay: in parts, too much, too little, late, with a discount, in another currency, or not at all. */
@Tag("oldest")
class PaymentTest extends InvoicingScenario {

    @Test
    void two_payments_clear_an_invoice() {
        var acme = customer("Acme");
        var invoice = invoice(acme)
                .line("Consulting, days", "3", "150.00", VAT_20)
                .line("Travel, re-billed", "1", "60.00", ZERO_RATED)
                .issuedOn("2026-03-02");
        nightOf("2026-04-02");

        received("200.00", acme, "2026-04-10", share(invoice, "200.00")).created();
        expect(invoice, "INV-2026-00001 OVERDUE open 400.00 due 2026-04-01");
        received("400.00", acme, "2026-04-20", share(invoice, "400.00")).created();

        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        expectBooks("""
                1000 Bank           600.00     0.00
                1200 Receivables    600.00   600.00
                2200 VAT payable      0.00    90.00
                4000 Revenue          0.00   510.00""");
        expectAllSound();
    }

    @Test
    void an_over_payment_is_kept_as_credit_only_when_that_is_said() {
        var acme = customer("Acme");
        var invoice = invoice(acme).line("Desk", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");

        received("120.00", acme, "2026-03-10", share(invoice, "100.00")).refused(409, "payment.rest");
        var receipt = receive(receipt("120.00", acme, "2026-03-10", share(invoice, "100.00")), "restAsCredit", true)
                .created();

        assertThat(receipt.at("/unallocated/amount").textValue()).isEqualTo("20.00");
        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        assertThat(aged("2026-03-31")).isEqualTo("Acme -20.00");

        var id = receipt.get("id").textValue();
        var refund = Map.of(
                "customer", acme, "date", "2026-03-20", "amount", eur("20.00"), "shares", List.of(share(id, "20.00")));
        api.post("/api/payments/refund", refund).created();
        assertThat(aged("2026-03-31")).isEmpty();
        assertThat(aged("2026-03-15")).isEqualTo("Acme -20.00");
        String items = "/api/reports/aged-receivables/items?customer=" + acme + "&date=";
        assertThat(api.get(items + "2026-03-15").ok().get("items")).hasSize(1);
        assertThat(api.get(items + "2026-03-15").ok().at("/total/amount").textValue())
                .isEqualTo("-20.00");
        JsonNode before = api.get(items + "2026-03-05").ok().at("/items/0");
        assertThat(before.at("/document/id").textValue()).isEqualTo(invoice);
        assertThat(before.at("/open/amount").textValue()).isEqualTo("100.00");
        assertThat(before.get("daysLate").intValue()).isZero();
        assertThat(api.get(items + "2026-03-31").ok().get("items")).isEmpty();
        expectAllSound();
    }

    @Test
    void how_a_customer_pays_is_told_by_month_and_weighed_by_amount() {
        var acme = customer("Acme");
        var small = invoice(acme).line("Desk", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        var large = invoice(acme).line("Hall", "1", "300.00", ZERO_RATED).issuedOn("2026-03-02");
        received("200.00", acme, "2026-03-22", share(small, "100.00"), share(large, "100.00"))
                .created();
        received("150.00", acme, "2026-04-11", share(large, "150.00")).created();
        var bounced = received("50.00", acme, "2026-05-11", share(large, "50.00"))
                .created()
                .get("id")
                .textValue();
        api.post("/api/payments/" + bounced + "/reverse", Map.of("on", "2026-05-12", "reason", "Returned by the bank"))
                .ok();

        String behaviour = "/api/reports/payment-behaviour?customer=" + acme + "&date=";
        JsonNode months = api.get(behaviour + "2026-06-30").ok().get("months");
        assertThat(months)
                .extracting(month -> month.get("startsOn").textValue()
                        + " " + month.get("daysToPay").textValue()
                        + " " + month.get("daysAgreed").textValue()
                        + " " + month.at("/paidAmount/amount").textValue())
                .containsExactly("2026-03-01 20.0 30.0 200.00", "2026-04-01 40.0 30.0 150.00");
        assertThat(api.get(behaviour + "2027-03-31").ok().get("months")).hasSize(1);
        assertThat(api.get(behaviour + "2026-03-31&format=csv").expect(200).text())
                .contains("2026-03-01");
        api.get("/api/reports/payment-behaviour?date=2026-03-31&customer="
                        + company.get("id").textValue())
                .refused(404, "party.unknown");
    }

    @Test
    void a_payment_settles_at_most_what_is_open() {
        var acme = customer("Acme");
        var invoice = invoice(acme).line("Desk", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");

        received("150.00", acme, "2026-03-10", share(invoice, "150.00")).refused(409, "allocation.exceeds_open");
        received("50.00", acme, "2026-03-10", share(invoice, "60.00")).refused(409, "payment.rest");
        received("50.00", customer("Beta"), "2026-03-10", share(invoice, "50.00"))
                .refused(404, "document.unknown");
        received("100.00", acme, "2026-03-01", share(invoice, "100.00")).refused(409, "allocation.date");

        expect(invoice, "INV-2026-00001 ISSUED open 100.00 due 2026-04-01");
        expectAllSound();
    }

    @Test
    void money_arrives_on_an_account_that_takes_postings() {
        var acme = customer("Acme");
        var invoice = invoice(acme).line("Desk", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        var payment = receipt("100.00", acme, "2026-03-10", share(invoice, "100.00"));

        receive(payment, "account", acme).refused(422, "payment.account");
        receive(payment, "account", account("1000")).created();
        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
    }

    @Test
    void one_payment_clears_many_invoices_oldest_first() {
        var acme = customer("Acme");
        var first = invoice(acme).line("Desk", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        var second = invoice(acme).line("Chair", "1", "50.00", ZERO_RATED).issuedOn("2026-03-03");

        receive(receipt("120.00", acme, "2026-03-10"), "oldestFirst", true).created();

        expect(first, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        expect(second, "INV-2026-00002 ISSUED open 30.00 due 2026-04-02");
        expectAllSound();
    }

    @Test
    void a_payment_that_bounced_opens_again_what_it_had_settled() {
        var acme = customer("Acme");
        var invoice = invoice(acme).line("Desk", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        var receipt = received("120.00", acme, "2026-03-10", share(invoice, "120.00"))
                .created()
                .get("id")
                .textValue();
        nightOf("2026-04-05");

        var reversal = Map.of("on", "2026-04-06", "reason", "Returned by the bank");
        var reversed =
                api.post("/api/payments/" + receipt + "/reverse", reversal).ok();

        assertThat(reversed.get("status").textValue()).isEqualTo("REVERSED");
        nightOf("2026-04-07");
        expect(invoice, "INV-2026-00001 OVERDUE open 120.00 due 2026-04-01");
        api.post("/api/payments/" + receipt + "/reverse", reversal).refused(409, "payment.transition");
        var withItsReversal = api.get("/api/allocations?document=" + receipt).ok();
        assertThat(withItsReversal).hasSize(1);
        var undo = "/api/allocations/" + withItsReversal.at("/0/id").textValue() + "/undo";
        api.post(undo, Map.of("on", "2026-04-07")).refused(409, "allocation.of_reversal");
        assertThat(aged("2026-03-31")).isEmpty();
        assertThat(aged("2026-04-06")).isEqualTo("Acme 120.00");
        expectAllSound();
    }

    @Test
    void what_was_settled_and_opened_again_cannot_be_settled_on_the_days_between() {
        var acme = customer("Acme");
        var invoice = invoice(acme).line("Desk", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        var bounced =
                received("80.00", acme, "2026-03-10", share(invoice, "80.00")).created();
        var reverse = "/api/payments/" + bounced.get("id").textValue() + "/reverse";
        api.post(reverse, Map.of("on", "2026-04-06", "reason", "Returned by the bank"))
                .ok();

        received("30.00", acme, "2026-03-09", share(invoice, "30.00")).refused(409, "allocation.date");
        received("30.00", acme, "2026-04-05", share(invoice, "30.00")).refused(409, "allocation.date");
        received("20.00", acme, "2026-03-09", share(invoice, "20.00")).created();
        received("80.00", acme, "2026-04-06", share(invoice, "80.00")).created();

        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        expectAllSound();
    }

    @Test
    void an_early_payment_discount_corrects_the_tax_and_is_refused_when_late() {
        var terms = api.post(
                        "/api/payment-terms",
                        Map.of(
                                "code", "D2X10",
                                "name", "2 % in 10 days, else 30 days",
                                "terms",
                                        Map.of(
                                                "shares",
                                                List.of(Map.of(
                                                        "percent", "100", "due", Map.of("kind", "NET", "days", 30))),
                                                "discount",
                                                Map.of("percent", "2", "days", 10))))
                .created();
        var acme = customer(Map.of(
                "name",
                "Acme",
                "roles",
                List.of("CUSTOMER"),
                "paymentTerms",
                terms.get("id").textValue()));
        var invoice = invoice(acme).line("Desk", "1", "100.00", VAT_20).issuedOn("2026-03-02");

        received("117.60", acme, "2026-03-13", discounted(invoice, "117.60", "2.40"))
                .refused(409, "payment.discount");
        received("100.00", acme, "2026-03-12", discounted(invoice, "100.00", "20.00"))
                .refused(409, "payment.discount");
        received("117.60", acme, "2026-03-12", discounted(invoice, "117.60", "2.40"))
                .created();

        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        expectBooks("""
                1000 Bank                  117.60     0.00
                1200 Receivables           120.00   120.00
                2200 VAT payable             0.40    20.00
                4000 Revenue                 0.00   100.00
                4110 Sales discounts         2.00     0.00""");
        expectAllSound();
    }

    @Test
    void a_bank_fee_settles_in_full_and_corrects_no_tax() {
        var acme = customer("Acme");
        var invoice = invoice(acme).line("Desk", "1", "100.00", VAT_20).issuedOn("2026-03-02");

        receive(receipt("120.00", acme, "2026-03-12", share(invoice, "120.00")), "fee", eur("1.50"))
                .created();

        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        assertThat(balance("1000")).isEqualTo("118.50");
        assertThat(balance("2200")).isEqualTo("-20.00");
        expectAllSound();
    }

    @Test
    void what_will_not_be_paid_is_written_off_with_its_tax_up_to_a_limit() {
        var acme = customer("Acme");
        var invoice = invoice(acme).line("Desk", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        received("96.00", acme, "2026-03-12", share(invoice, "96.00")).created();
        var accountant = asUserWith("ACCOUNTANT");
        var writeOff = new LinkedHashMap<String, Object>(
                Map.of("customer", acme, "date", "2026-06-30", "document", invoice, "reason", "Insolvent"));

        writeOff.put("amount", eur("25.00"));
        api.post("/api/payments/write-off", writeOff).refused(409, "allocation.exceeds_open");
        writeOff.put("amount", eur("24.00"));
        accountant.post("/api/payments/write-off", writeOff).created();

        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");
        assertThat(balance("2200")).isEqualTo("-16.00");
        var big = invoice(acme).line("Desks", "1", "1000.00", VAT_20).issuedOn("2026-03-02");
        var much = new LinkedHashMap<>(writeOff);
        much.put("document", big);
        much.put("amount", eur("1200.00"));
        accountant.post("/api/payments/write-off", much).refused(409, "payment.write_off_limit");
        api.post("/api/payments/write-off", much).created();
        expectAllSound();
    }

    @Test
    void the_difference_of_exchange_rates_is_realised_on_the_share_settled() {
        rate("USD", "2026-03-02", "0.90");
        rate("USD", "2026-03-20", "0.95");
        rate("USD", "2026-04-20", "0.85");
        var acme = customer("Acme");
        var invoice = invoice(acme)
                .with("currency", "USD")
                .line("Desk", "1", "1000.00", ZERO_RATED)
                .issuedOn("2026-03-02");
        assertThat(balance("1200")).isEqualTo("900.00");

        var receipt = receive(
                        receipt(money("400.00", "USD"), acme, "2026-03-20", share(invoice, money("400.00", "USD"))))
                .created();
        assertThat(balance("1200")).isEqualTo("540.00");
        receive(receipt(money("600.00", "USD"), acme, "2026-04-20", share(invoice, money("600.00", "USD"))))
                .created();

        assertThat(balance("1200")).isEqualTo("0.00");
        assertThat(balance("1000")).isEqualTo("890.00");
        expect(invoice, "INV-2026-00001 PAID open 0.00 due 2026-04-01");

        var allocation = receipt.at("/allocations/0/id").textValue();
        api.post("/api/allocations/" + allocation + "/undo", Map.of("on", "2026-05-01"))
                .ok();
        assertThat(balance("1200")).isEqualTo("-20.00");
        expect(invoice, "INV-2026-00001 OVERDUE open 400.00 due 2026-04-01");
        expectAllSound();
    }

    @Test
    void a_statement_tells_what_happened_and_what_is_owed_after_each_step() {
        var acme = customer("Acme");
        var invoice = invoice(acme).line("Desk", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        invoice(acme).line("Chair", "1", "50.00", ZERO_RATED).issuedOn("2026-04-02");
        received("40.00", acme, "2026-04-10", share(invoice, "40.00")).created();

        var statement = api.get("/api/reports/customer-statement?customer=" + acme + "&from=2026-04-01&to=2026-04-30")
                .ok();

        var account = statement.at("/accounts/0");
        assertThat(account.at("/opening/amount").textValue()).isEqualTo("100.00");
        assertThat(account.at("/lines/0/balance/amount").textValue()).isEqualTo("150.00");
        assertThat(account.at("/lines/1/balance/amount").textValue()).isEqualTo("110.00");
        assertThat(account.at("/closing/amount").textValue()).isEqualTo("110.00");
    }

    private void rate(String currency, String date, String rate) {
        api.post("/api/exchange-rates", Map.of("from", currency, "to", "EUR", "date", date, "rate", rate))
                .created();
    }

    private static Map<String, String> eur(String amount) {
        return money(amount, "EUR");
    }

    private static Map<String, Object> share(String document, String amount) {
        return share(document, eur(amount));
    }

    private static Map<String, Object> share(String document, Map<String, String> amount) {
        return Map.of("document", document, "amount", amount);
    }

    private static Map<String, Object> discounted(String document, String amount, String discount) {
        return Map.of("document", document, "amount", eur(amount), "discount", eur(discount));
    }

    @SafeVarargs
    private static Map<String, Object> receipt(
            String amount, String customer, String date, Map<String, Object>... shares) {
        return receipt(eur(amount), customer, date, shares);
    }

    @SafeVarargs
    private static Map<String, Object> receipt(
            Map<String, String> amount, String customer, String date, Map<String, Object>... shares) {
        return Map.of("customer", customer, "date", date, "amount", amount, "shares", List.of(shares));
    }

    @SafeVarargs
    private Answer received(String amount, String customer, String date, Map<String, Object>... shares) {
        return receive(receipt(amount, customer, date, shares));
    }

    private Answer receive(Map<String, Object> receipt) {
        return api.post("/api/payments/receive", receipt);
    }

    private Answer receive(Map<String, Object> receipt, String field, Object value) {
        var more = new LinkedHashMap<>(receipt);
        more.put(field, value);
        return receive(more);
    }

    /** {@code Acme 120.00}, a line for each customer that owes or has credit. */
    private String aged(String date) {
        var lines = new java.util.ArrayList<String>();
        for (JsonNode row :
                api.get("/api/reports/aged-receivables?date=" + date).ok().get("customers")) {
            lines.add(
                    row.get("name").textValue() + " " + row.at("/total/amount").textValue());
        }
        return String.join("\n", lines);
    }

    /** Debits less credits of an account, over all time. */
    private String balance(String code) {
        for (JsonNode row : trialBalance("to=2199-12-31").get("rows")) {
            if (row.get("code").textValue().equals(code)) {
                return new java.math.BigDecimal(row.get("debit").textValue())
                        .subtract(new java.math.BigDecimal(row.get("credit").textValue()))
                        .toPlainString();
            }
        }
        return "0.00";
    }

    private void expectAllSound() {
        expectItemsEqualControlAccounts();
        expectSoundLedger();
    }
}
