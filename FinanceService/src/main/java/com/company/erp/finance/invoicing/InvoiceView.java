package com.company.erp.finance.invoicing;

import com.company.erp.finance.calculation.Amounts;
import com.company.erp.finance.calculation.DocumentCalculation.TaxGroup;
import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.calculation.TaxRounding;
import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.drafting.InvoiceHead;
import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.drafting.PartySnapshot;
import com.company.erp.finance.drafting.PricedLine;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.product.ProductId;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.terms.PaymentTermsId;
import com.company.erp.platform.web.Versioned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note as shown to others.
 *
 * @param dueDate when the last instalment falls due
 * @param nextDueDate when the first one falls due that is still open
 * @param open what is still to be settled; zero until it is posted
 * @param creditable what no credit note took back yet; zero until it is posted
 * @param baseGross in the company's base currency, as posted
 * @param credits the invoice that a credit note corrects
 * @param seller as named on the day of issue, and so {@code buyer}
 */
public record InvoiceView(
        InvoiceId id,
        int version,
        InvoiceType type,
        InvoiceStatus status,
        @Nullable String number,
        PartyId customer,
        String customerName,
        Currency currency,
        PriceMode priceMode,
        TaxRounding taxRounding,
        @Nullable PaymentTermsId paymentTerms,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate supplyDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate nextDueDate,
        @Nullable String customerReference,
        @Nullable String externalReference,
        @Nullable String notes,
        Money net,
        Money tax,
        Money gross,
        Money open,
        Money creditable,
        @Nullable Money baseTax,
        @Nullable Money baseGross,
        @Nullable BigDecimal exchangeRate,
        @Nullable LocalDate exchangeRateDate,
        @Nullable BigDecimal discountPercent,
        @Nullable LocalDate discountUntil,
        @Nullable InvoiceId credits,
        @Nullable PartySnapshot seller,
        @Nullable PartySnapshot buyer,
        List<LineView> lines,
        List<TaxView> taxes,
        List<InstalmentView> instalments)
        implements Versioned {

    /** One line; {@code creditableQuantity} and {@code creditable} (gross) are what no credit note took back yet. */
    public record LineView(
            UUID id,
            int position,
            @Nullable ProductId product,
            String text,
            BigDecimal quantity,
            @Nullable String unit,
            BigDecimal unitPrice,
            BigDecimal discountPercent,
            TaxCodeId taxCode,
            BigDecimal taxPercent,
            AccountId account,
            Money net,
            Money tax,
            Money gross,
            BigDecimal creditableQuantity,
            Money creditable) {

        static LineView of(
                UUID id, int position, PricedLine line, Amounts amounts, BigDecimal creditableQuantity, Amounts left) {
            return new LineView(
                    id,
                    position,
                    line.product() == null ? null : new ProductId(line.product()),
                    line.text(),
                    plain(line.quantity()),
                    line.unit(),
                    plain(line.unitPrice()),
                    plain(line.discountPercent()),
                    new TaxCodeId(line.taxCode()),
                    plain(line.taxPercent()),
                    new AccountId(line.account()),
                    amounts.net(),
                    amounts.tax(),
                    amounts.gross(),
                    plain(creditableQuantity),
                    left.gross());
        }
    }

    /** The sum of the lines under one tax code. */
    public record TaxView(TaxCodeId taxCode, BigDecimal percent, Money net, Money tax) {}

    /** What falls due on one day, and what of it is open; the id is that of the open item in the sub-ledger. */
    public record InstalmentView(UUID id, LocalDate dueDate, Money amount, Money open) {}

    record Dates(
            @Nullable LocalDate issue,
            @Nullable LocalDate supply,
            @Nullable LocalDate due,
            @Nullable LocalDate nextDue) {}

    record Totals(Money net, Money tax, Money gross, Money open, Money creditable) {}

    static InvoiceView of(
            InvoiceId id,
            int version,
            InvoiceStatus status,
            @Nullable String number,
            InvoiceHead head,
            Dates dates,
            Totals totals,
            @Nullable AsIssued frozen,
            @Nullable UUID credits,
            List<LineView> lines,
            List<InstalmentView> instalments) {
        return new InvoiceView(
                id,
                version,
                head.type(),
                status,
                number,
                new PartyId(head.customer()),
                head.customerName(),
                head.currency(),
                head.prices(),
                head.rounding(),
                head.terms() == null ? null : new PaymentTermsId(head.terms()),
                dates.issue,
                dates.supply,
                dates.due,
                dates.nextDue,
                head.customerReference(),
                head.externalReference(),
                head.notes(),
                totals.net,
                totals.tax,
                totals.gross,
                totals.open,
                totals.creditable,
                frozen == null ? null : frozen.inBase(frozen.baseTax()),
                frozen == null ? null : frozen.inBase(frozen.baseGross()),
                frozen == null ? null : plain(frozen.exchangeRate()),
                frozen == null ? null : frozen.exchangeRateDate(),
                frozen == null || frozen.discountPercent() == null ? null : plain(frozen.discountPercent()),
                frozen == null ? null : frozen.discountUntil(),
                credits == null ? null : new InvoiceId(credits),
                frozen == null ? null : frozen.seller(),
                frozen == null ? null : frozen.buyer(),
                lines,
                taxes(lines),
                instalments);
    }

    private static List<TaxView> taxes(List<LineView> lines) {
        return TaxGroup.sum(lines.stream()
                        .map(line ->
                                new TaxGroup(line.taxCode.value(), line.taxPercent, new Amounts(line.net, line.tax))))
                .stream()
                .map(g -> new TaxView(
                        new TaxCodeId(g.taxCode()),
                        g.taxPercent(),
                        g.amounts().net(),
                        g.amounts().tax()))
                .toList();
    }

    /** Without the zeros that the database's scale adds: 3 and not 3.000000. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
