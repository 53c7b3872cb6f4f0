package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Customers who do not pay in time are reminded, each time more firmly. */
class DunningTest extends InvoicingScenario {

    private Answer remind(String customer, String date) {
        return api.post("/api/dunning-letters", Map.of("customer", customer, "date", date));
    }

    private JsonNode proposals(String date) {
        return api.get("/api/dunning-letters/proposals?date=" + date).ok();
    }

    @Test
    void each_letter_asks_for_what_is_overdue_then_and_is_a_step_firmer() {
        String customer = customer("Acme");
        String first = invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        invoice(customer).line("More", "1", "50.00", VAT_20).issuedOn("2026-03-20");

        assertThat(proposals("2026-04-01")).as("due on that day is not overdue").isEmpty();
        remind(customer, "2026-04-01").refused(409, "dunning.nothing_overdue");
        assertThat(proposals("2026-04-02").toString())
                .contains("\"overdue\":{\"amount\":\"120.00\",\"currency\":\"EUR\"}")
                .contains("\"overdueSince\":\"2026-04-01\",\"level\":1");

        JsonNode one = remind(customer, "2026-04-10").created();
        assertThat(one.get("level").intValue()).isEqualTo(1);
        assertThat(one.get("payUntil").textValue()).isEqualTo("2026-04-20");
        assertThat(one.get("items").findValuesAsText("number")).containsExactly("INV-2026-00001");
        remind(customer, "2026-04-10").refused(409, "dunning.twice_a_day");

        received("20.00", customer, first, "2026-04-15");
        JsonNode two = remind(customer, "2026-04-25").created();
        assertThat(two.get("level").intValue()).isEqualTo(2);
        assertThat(two.get("items").findValuesAsText("number")).containsExactly("INV-2026-00001", "INV-2026-00002");
        assertThat(two.at("/totals/0/amount").textValue()).isEqualTo("160.00");
        assertThat(proposals("2026-05-05").at("/0/level").intValue()).isEqualTo(3);
        assertThat(proposals("2026-05-05").at("/0/lastOn").textValue()).isEqualTo("2026-04-25");
        assertThat(remind(customer, "2026-05-05").created().get("level").intValue())
                .isEqualTo(3);
        assertThat(remind(customer, "2026-05-15").created().get("level").intValue())
                .isEqualTo(3);

        String path = "/api/dunning-letters/" + one.get("id").textValue();
        assertThat(api.get(path).ok()).as("a letter stays as it went out").isEqualTo(one);
        assertThat(api.get("/api/dunning-letters?customer=" + customer)
                        .ok()
                        .get("items")
                        .findValuesAsText("level"))
                .containsExactly("3", "3", "2", "1");
    }

    @Test
    void who_has_paid_is_not_reminded_and_begins_anew_the_next_time() {
        String customer = customer("Acme");
        String invoice = invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        remind(customer, "2026-04-10").created();
        received("120.00", customer, invoice, "2026-04-12");

        remind(customer, "2026-04-20").refused(409, "dunning.nothing_overdue");
        assertThat(proposals("2026-04-20")).isEmpty();
        invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-05-02");
        assertThat(remind(customer, "2026-06-20").created().get("level").intValue())
                .isEqualTo(1);
    }

    @Test
    void what_a_customer_has_to_his_credit_counts_and_may_cover_all() {
        String customer = customer("Acme");
        invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        leaveCredit(customer, "50.00");
        JsonNode letter = remind(customer, "2026-04-10").created();
        assertThat(letter.at("/totals/0/amount").textValue()).isEqualTo("70.00");
        assertThat(letter.at("/items/1/open/amount").textValue()).isEqualTo("-50.00");

        leaveCredit(customer, "70.00");
        remind(customer, "2026-04-11").refused(409, "dunning.nothing_overdue");
        assertThat(proposals("2026-04-11")).isEmpty();
    }

    private void leaveCredit(String customer, String amount) {
        var receipt = Map.of(
                "customer", customer, "date", "2026-03-10", "amount", money(amount, "EUR"), "restAsCredit", true);
        api.post("/api/payments/receive", receipt).created();
    }

    @Test
    void the_level_and_the_last_day_may_be_said_and_must_make_sense() {
        String customer = customer("Acme");
        invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        var draft = Map.of("customer", customer, "date", "2026-04-10", "level", 3, "payUntil", "2026-04-09");
        api.post("/api/dunning-letters", draft).refused(422, "dunning.pay_until");
        draft = Map.of("customer", customer, "date", "2026-04-10", "level", 3, "payUntil", "2026-04-12");
        JsonNode letter = api.post("/api/dunning-letters", draft).created();

        assertThat(letter.get("level").intValue()).isEqualTo(3);
        assertThat(letter.get("payUntil").textValue()).isEqualTo("2026-04-12");
        asUserWith("SALES").post("/api/dunning-letters", draft).refused(403, "access.denied");
        newCompany("Elsewhere")
                .get("/api/dunning-letters/%s", letter.get("id").textValue())
                .refused(404, "dunning.unknown");
    }
}
