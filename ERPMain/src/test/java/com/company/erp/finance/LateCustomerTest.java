package com.company.erp.finance;

import org.junit.jupiter.api.Test;

/** Terms are 30 days. The due date itself is still on time; the day after is late. */
class LateCustomerTest extends InvoicingScenario {

    @Test
    void an_unpaid_invoice_turns_overdue_the_day_after_it_was_due() {
        var acme = customer("Acme");
        var invoice = invoice(acme)
                .line("Consulting, days", "3", "150.00", VAT_20)
                .line("Travel, re-billed", "1", "60.00", ZERO_RATED)
                .issuedOn("2026-03-02");

        expect(invoice, "INV-2026-00001 ISSUED open 600.00 due 2026-04-01");
        expectBooks("""
                1200 Receivables    600.00     0.00
                2200 VAT payable      0.00    90.00
                4000 Revenue          0.00   510.00""");

        nightOf("2026-04-01");
        expect(invoice, "INV-2026-00001 ISSUED open 600.00 due 2026-04-01");
        nightOf("2026-04-02");
        expect(invoice, "INV-2026-00001 OVERDUE open 600.00 due 2026-04-01");
        expectItemsEqualControlAccounts();
        expectSoundLedger();
    }
}
