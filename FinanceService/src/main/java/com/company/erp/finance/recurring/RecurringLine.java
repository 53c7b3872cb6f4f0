package com.company.erp.finance.recurring;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.ManualEntry.ManualLine;
import com.company.erp.finance.ledger.TaxMark.TaxRole;
import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.CompanyPart;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a recurring entry, in the base currency. */
@Entity
@Table(name = "recurring_lines")
class RecurringLine extends CompanyPart {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "recurring_id")
    private RecurringEntry entry;

    @Column(name = "line_no")
    private int number;

    @Column(name = "account_id")
    private UUID account;

    private @Nullable BigDecimal debit;
    private @Nullable BigDecimal credit;

    @Column(name = "tax_code_id")
    private @Nullable UUID taxCode;

    @Enumerated(EnumType.STRING)
    private @Nullable TaxRole taxRole;

    private @Nullable String text;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected RecurringLine() {}

    RecurringLine(RecurringEntry entry, int number, ManualLine line) {
        this.entry = entry;
        this.number = number;
        this.account = line.account().value();
        this.debit = line.debit() == null ? null : line.debit().amount();
        this.credit = line.credit() == null ? null : line.credit().amount();
        this.taxCode = line.taxCode();
        this.taxRole = line.taxRole();
        this.text = line.text();
    }

    ManualLine line(Currency currency) {
        return new ManualLine(
                new AccountId(account),
                debit == null ? null : new Money(debit, currency),
                credit == null ? null : new Money(credit, currency),
                taxCode,
                taxRole,
                text);
    }

    @Override
    public CompanyRecord whole() {
        return entry;
    }
}
