package com.company.erp.finance.payment;

import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.currency.ExchangeRates;
import com.company.erp.masterdata.currency.RateOn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** The rate at which a payment is booked: the day's, or the one that what arrived at the bank implies. */
@Component
class DayRate {

    private final ExchangeRates rates;
    private final BaseCurrency base;

    DayRate(ExchangeRates rates, BaseCurrency base) {
        this.rates = rates;
        this.base = base;
    }

    RateOn on(Currency currency, LocalDate date) {
        Currency to = base.current();
        if (currency.equals(to)) return new RateOn(currency, to, BigDecimal.ONE, date);
        return rates.rate(currency, to, date);
    }

    /** The rate by which the amount paid is what arrived. */
    static RateOn implied(Money paid, Money arrived, LocalDate date) {
        BigDecimal rate = arrived.amount().divide(paid.amount(), MathContext.DECIMAL64);
        return new RateOn(paid.currency(), arrived.currency(), rate, date);
    }
}
