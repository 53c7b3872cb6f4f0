package com.company.erp.finance.invoicing;

import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.calculation.TaxRounding;
import com.company.erp.finance.drafting.InvoiceHead;
import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.drafting.IssueTerms;
import com.company.erp.finance.drafting.PartySnapshot;
import com.company.erp.finance.drafting.PricedLine;
import com.company.erp.masterdata.currency.RateOn;
import com.company.erp.masterdata.terms.PaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Invoices to test with. */
final class Drafts {

    static final Currency EUR = Currency.getInstance("EUR");
    static final UUID CUSTOMER = new UUID(0, 1);
    static final UUID REVENUE = new UUID(0, 4000);
    static final UUID SERVICES = new UUID(0, 4100);
    static final UUID VAT_20 = new UUID(0, 20);
    static final UUID VAT_5 = new UUID(0, 5);
    static final UUID ZERO_RATED = new UUID(0, 0);
    static final LocalDate ISSUED = LocalDate.parse("2026-03-02");
    static final PartySnapshot SELLER =
            new PartySnapshot("Seller Ltd", List.of("1 High Street"), "10115", "Berlin", null, "DE", "DE136695976");
    static final PartySnapshot BUYER = new PartySnapshot("Acme", List.of(), null, null, null, "FR", null);

    private Drafts() {}

    static Invoice draft(PricedLine... lines) {
        return Invoice.draft(head(PriceMode.NET, "EUR"), Arrays.asList(lines));
    }

    static Invoice grossDraft(PricedLine... lines) {
        return Invoice.draft(head(PriceMode.GROSS, "EUR"), Arrays.asList(lines));
    }

    static InvoiceHead head(PriceMode prices, String currency) {
        return new InvoiceHead(
                InvoiceType.INVOICE,
                CUSTOMER,
                "Acme",
                Currency.getInstance(currency),
                prices,
                TaxRounding.PER_DOCUMENT,
                null,
                null,
                null,
                null,
                null);
    }

    static PricedLine line(String quantity, String unitPrice, UUID taxCode) {
        return line(quantity, unitPrice, taxCode, REVENUE);
    }

    static PricedLine line(String quantity, String unitPrice, UUID taxCode, UUID account) {
        return new PricedLine(
                null,
                "Consulting",
                new BigDecimal(quantity),
                "h",
                new BigDecimal(unitPrice),
                BigDecimal.ZERO,
                taxCode,
                BigDecimal.valueOf(taxCode.getLeastSignificantBits()),
                account);
    }

    static Invoice issued(PricedLine... lines) {
        return issue(draft(lines), PaymentTerms.net(30));
    }

    static Invoice issue(Invoice invoice, PaymentTerms terms) {
        return issue(invoice, terms, new RateOn(invoice.head().currency(), EUR, BigDecimal.ONE, ISSUED));
    }

    static Invoice issue(Invoice invoice, PaymentTerms terms, RateOn rate) {
        Map<UUID, BigDecimal> percents =
                Map.of(VAT_20, BigDecimal.valueOf(20), VAT_5, BigDecimal.valueOf(5), ZERO_RATED, BigDecimal.ZERO);
        invoice.issue(new IssueTerms(ISSUED, terms, percents, rate, SELLER, BUYER));
        invoice.numbered("INV-2026-00001");
        return invoice;
    }

    /** Writes the credit note and issues it on the same day. */
    static InvoiceView credit(Invoice invoice, CreditRequest wanted) {
        Invoice note = invoice.credit(wanted);
        note.issue(invoice.termsOfCredit(wanted.on(), SELLER, BUYER));
        return note.view();
    }
}
