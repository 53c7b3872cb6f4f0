package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatesInOrderTest extends InvoicingScenario {

    @Test
    void a_company_that_wants_dates_in_order_has_them_in_its_invoices_and_credit_notes() {
        requireDatesInOrder(true);
        var draft = invoice(customer("Acme")).line("Consulting", "1", "100.00", VAT_20);
        String invoice = draft.issuedOn("2026-03-02");
        String late = draft.drafted();
        issue(late, "2026-03-01").refused(409, "series.backdated");
        requireDatesInOrder(false);
        issue(late, "2026-03-01").ok();
        assertThat(found(invoice).get("status").textValue()).isEqualTo("ISSUED");
    }

    private void requireDatesInOrder(boolean required) {
        JsonNode now = api.get("/api/company").ok();
        api.ifMatch(now)
                .put(
                        "/api/company",
                        Map.of(
                                "name",
                                "In order",
                                "country",
                                now.get("country").textValue(),
                                "baseCurrency",
                                now.get("baseCurrency").textValue(),
                                "timeZone",
                                now.get("timeZone").textValue(),
                                "datesInOrder",
                                required))
                .ok();
    }
}
