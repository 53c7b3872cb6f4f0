package com.company.erp.finance.invoicing;

import com.company.erp.finance.calculation.DocumentCalculation.TaxGroup;
import com.company.erp.finance.drafting.IssueTerms;
import com.company.erp.finance.drafting.PartySnapshot;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.currency.RateOn;
import com.company.erp.masterdata.terms.EarlyPayment;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * What a document froze on the day of its issue beside lines and instalments: names and addresses, the exchange rate
 * with the totals in the base currency as posted, and the discount for early payment.
 */
@Embeddable
record AsIssued(
        @Column(name = "base_currency") Currency base,
        BigDecimal exchangeRate,
        LocalDate exchangeRateDate,
        BigDecimal baseTax,
        BigDecimal baseGross,
        @Nullable BigDecimal discountPercent,
        @Nullable LocalDate discountUntil,

        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        PartySnapshot seller,

        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        PartySnapshot buyer) {

    /** The tax is translated by tax code, as it is posted. */
    static AsIssued of(IssueTerms at, List<TaxGroup> taxes, Money gross) {
        RateOn rate = at.rate();
        BigDecimal tax = taxes.stream()
                .map(group -> rate.convert(group.amounts().tax()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        EarlyPayment early = at.payment().discount();
        return new AsIssued(
                rate.to(),
                rate.rate(),
                rate.date(),
                tax,
                rate.convert(gross).amount(),
                early == null ? null : early.percent(),
                early == null ? null : early.until(at.date()),
                at.seller(),
                at.buyer());
    }

    RateOn rate(Currency of) {
        return new RateOn(of, base, exchangeRate, exchangeRateDate);
    }

    Money inBase(BigDecimal amount) {
        return new Money(amount, base);
    }
}
