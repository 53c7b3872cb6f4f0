package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a company brings from its earlier books. */
class OpeningTest extends FinanceScenario {

    private static final String HEADER = "entry,date,account,debit,credit,party,number,dueDate,currency,amount\n";

    @Test
    void opening_balances_bring_open_documents_that_equal_the_control_account() {
        customer("ACME", "Acme");
        imported(HEADER
                        + "O1,2026-01-01,1000,500.00,,,,,,\n"
                        + "O1,2026-01-01,1200,119.00,,ACME,R-17,2026-01-10,,\n"
                        + "O1,2026-01-01,1200,90.00,,ACME,R-18,2025-12-20,USD,100.00\n"
                        + "O1,2026-01-01,3900,,709.00,,,,,\n")
                .ok();

        expectBooks("""
                1000 Bank             500.00   0.00
                1200 Receivables      209.00   0.00
                3900 Opening balances   0.00 709.00""");
        assertThat(api.post("/api/open-items/check").ok()).isEmpty();
        var items = api.get("/api/open-items?open=true&sort=dueDate").ok().get("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("number").textValue()).isEqualTo("R-18");
        assertThat(items.get(0).at("/open/amount").textValue()).isEqualTo("100.00");
        assertThat(items.get(0).at("/open/currency").textValue()).isEqualTo("USD");
        expectSoundLedger();
    }

    @Test
    void an_open_document_of_the_earlier_books_is_paid_like_any_other() {
        String acme = customer("ACME", "Acme");
        imported(HEADER + "O1,2026-01-01,1200,119.00,,ACME,R-17,2026-01-10,,\n" + "O1,2026-01-01,3900,,119.00,,,,,\n")
                .ok();
        String document =
                api.get("/api/open-items").ok().at("/items/0/document/id").textValue();
        var amount = Map.of("amount", "119.00", "currency", "EUR");

        var receipt = Map.of(
                "customer",
                acme,
                "date",
                "2026-02-01",
                "amount",
                amount,
                "shares",
                List.of(Map.of("document", document, "amount", amount)));
        api.post("/api/payments/receive", receipt).created();

        assertThat(api.get("/api/open-items?open=true").ok().get("items")).isEmpty();
        expectSoundLedger();
    }

    @Test
    void a_wrong_row_is_named_and_nothing_is_posted() {
        customer("ACME", "Acme");

        var report = imported(HEADER
                        + "O1,2026-01-01,1200,119.00,,,,,,\n"
                        + "O1,2026-01-01,3900,,118.00,,,,,\n"
                        + "O2,2026-01-01,9999,1.00,,,,,,\n"
                        + "O2,2026-01-01,3900,,1.00,,,,,\n")
                .json()
                .toString();

        assertThat(report).contains("opening.item", "entry.unbalanced", "account.not_postable");
        assertThat(trialBalance("to=2199-12-31").get("rows")).isEmpty();
    }

    private String customer(String code, String name) {
        return api.post("/api/parties", Map.of("code", code, "name", name, "roles", List.of("CUSTOMER")))
                .created()
                .get("id")
                .textValue();
    }

    private Answer imported(String csv) {
        return api.send("POST", "/api/opening-balances/import", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
