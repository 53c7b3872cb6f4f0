package com.company.erp.finance.invoicing;

import com.company.erp.finance.calculation.Amounts;
import com.company.erp.finance.calculation.DocumentCalculation;
import com.company.erp.finance.calculation.DocumentCalculation.TaxGroup;
import com.company.erp.finance.drafting.PricedLine;
import com.company.erp.platform.tenancy.CompanyPart;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of an invoice. It never changes once issued, but for how much of it was credited. */
@Entity
@Table(name = "invoice_lines")
class InvoiceLine extends CompanyPart {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "invoice_id")
    private Invoice invoice;

    private int position;

    @Column(name = "product_id")
    private @Nullable UUID product;

    private String text;
    private BigDecimal quantity;
    private @Nullable String unit;
    private BigDecimal unitPrice;
    private BigDecimal discountPercent;

    @Column(name = "tax_code_id")
    private UUID taxCode;

    private BigDecimal taxPercent;

    @Column(name = "account_id")
    private UUID account;

    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal tax = BigDecimal.ZERO;
    private BigDecimal creditedQuantity = BigDecimal.ZERO;
    private BigDecimal creditedNet = BigDecimal.ZERO;
    private BigDecimal creditedTax = BigDecimal.ZERO;

    @SuppressWarnings("NullAway.Init")
    protected InvoiceLine() {}

    InvoiceLine(Invoice invoice, int position, PricedLine line) {
        this.invoice = invoice;
        this.position = position;
        this.product = line.product();
        this.text = line.text();
        this.quantity = line.quantity();
        this.unit = line.unit();
        this.unitPrice = line.unitPrice();
        this.discountPercent = line.discountPercent();
        this.taxCode = line.taxCode();
        this.taxPercent = line.taxPercent();
        this.account = line.account();
    }

    @Override
    public CompanyRecord whole() {
        return invoice;
    }

    PricedLine priced() {
        return new PricedLine(product, text, quantity, unit, unitPrice, discountPercent, taxCode, taxPercent, account);
    }

    DocumentCalculation.Line forCalculation() {
        return new DocumentCalculation.Line(quantity, unitPrice, discountPercent, taxCode, taxPercent);
    }

    /** Takes the rate that is in force on the day of supply. */
    void taxAt(Map<UUID, BigDecimal> percents) {
        this.taxPercent = percents.getOrDefault(taxCode, taxPercent);
    }

    void amountTo(Amounts amounts) {
        this.net = amounts.net().amount();
        this.tax = amounts.tax().amount();
    }

    UUID taxCode() {
        return taxCode;
    }

    static Set<UUID> taxCodes(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::taxCode).collect(Collectors.toSet());
    }

    Amounts amounts() {
        return new Amounts(invoice.money(net), invoice.money(tax));
    }

    TaxGroup taxGroup() {
        return new TaxGroup(taxCode, taxPercent, amounts());
    }

    /** What of it no credit note has taken back yet. */
    Amounts creditable() {
        return amounts().minus(new Amounts(invoice.money(creditedNet), invoice.money(creditedTax)));
    }

    BigDecimal creditableQuantity() {
        return quantity.subtract(creditedQuantity);
    }

    void credit(BigDecimal creditQuantity, Amounts amounts) {
        this.creditedQuantity = creditedQuantity.add(creditQuantity);
        this.creditedNet = creditedNet.add(amounts.net().amount());
        this.creditedTax = creditedTax.add(amounts.tax().amount());
    }

    InvoiceView.LineView view() {
        return InvoiceView.LineView.of(uuid(), position, priced(), amounts(), creditableQuantity(), creditable());
    }
}
