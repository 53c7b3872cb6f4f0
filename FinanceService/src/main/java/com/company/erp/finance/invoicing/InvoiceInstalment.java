package com.company.erp.finance.invoicing;

import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.CompanyPart;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What of an issued invoice falls due on one day; its id is the id of its open item in the sub-ledger. */
@Entity
@Table(name = "invoice_instalments")
class InvoiceInstalment extends CompanyPart {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "invoice_id")
    private Invoice invoice;

    private int position;
    private LocalDate dueDate;
    private BigDecimal amount;
    private BigDecimal settled = BigDecimal.ZERO;

    @SuppressWarnings("NullAway.Init")
    protected InvoiceInstalment() {}

    InvoiceInstalment(Invoice invoice, int position, LocalDate dueDate, Money amount) {
        this.invoice = invoice;
        this.position = position;
        this.dueDate = dueDate;
        this.amount = amount.amount();
    }

    @Override
    public CompanyRecord whole() {
        return invoice;
    }

    LocalDate dueDate() {
        return dueDate;
    }

    Money amount() {
        return invoice.money(amount);
    }

    Money open() {
        return invoice.money(amount.subtract(settled));
    }

    void leaveOpen(Money open) {
        if (!open.equals(open())) this.settled = amount.subtract(open.amount());
    }

    InvoiceView.InstalmentView view() {
        return new InvoiceView.InstalmentView(uuid(), dueDate, amount(), open());
    }
}
