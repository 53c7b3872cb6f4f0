package com.company.erp.masterdata.currency;

import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one currency was worth in another.
 *
 * @param from the currency that one unit is taken of
 * @param to the currency that it is worth so much in
 * @param rate units of {@code to} for one unit of {@code from}, with up to 16 significant digits
 * @param date the day the rate is from; before the day asked for where that had none, as on weekends
 */
public record RateOn(Currency from, Currency to, BigDecimal rate, LocalDate date) {

    /** The amount in {@code to}, rounded half up to its minor unit. */
    public Money convert(Money amount) {
        if (!amount.currency().equals(from))
            throw new IllegalArgumentException("A rate of " + from + ", not " + amount);
        return Money.round(amount.amount().multiply(rate), to);
    }
}
