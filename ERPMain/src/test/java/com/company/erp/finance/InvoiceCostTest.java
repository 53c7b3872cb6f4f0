package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.SqlCount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What invoices cost in statements to the database; it must not grow with their lines or number. */
class InvoiceCostTest extends InvoicingScenario {

    @Test
    void issuing_fifty_lines_takes_few_statements_and_writes_the_invoice_once() {
        var draft = invoice(customer("Acme"));
        for (int i = 1; i <= 50; i++) draft.line("Part " + i, "2", "9.99", i % 2 == 0 ? VAT_20 : VAT_5);
        String invoice = draft.drafted();
        List<String> statements =
                SqlCount.during(() -> issue(invoice, "2026-03-02").ok());
        assertThat(statements).as("%s", String.join("\n", statements)).hasSizeBetween(5, 16);
        assertThat(statements)
                .filteredOn(sql -> sql.startsWith("update invoices"))
                .hasSize(1);
    }

    @Test
    void listing_fifty_invoices_takes_at_most_three_statements() {
        String acme = customer("Acme");
        for (int i = 0; i < 50; i++)
            invoice(acme).line("Part", "1", "9.99", VAT_20).drafted();
        List<String> statements = SqlCount.during(() ->
                assertThat(api.get("/api/invoices?limit=50").ok().get("items")).hasSize(50));
        assertThat(statements).as("%s", String.join("\n", statements)).hasSizeBetween(1, 3);
    }
}
