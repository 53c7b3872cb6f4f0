package com.company.erp.masterdata.product;

import com.company.erp.kernel.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The price of one unit. Unlike money it may be finer than the currency's minor unit, with up to six decimals; what a
 * quantity costs is rounded to money only when it is invoiced.
 */
public record Price(BigDecimal amount, Currency currency) {

    private static final int DECIMALS_MAX = 6;
    private static final BigDecimal LIMIT = new BigDecimal("1E12");

    /** @throws InvalidInput price.range, price.decimals */
    public Price {
        if (amount.signum() < 0 || amount.precision() - amount.scale() > 12 || amount.compareTo(LIMIT) >= 0) {
            throw new InvalidInput(
                    "amount", "price.range", "A price is zero or more, with 12 digits before the point.");
        }
        if (amount.scale() > 40 || amount.stripTrailingZeros().scale() > DECIMALS_MAX) {
            throw new InvalidInput("amount", "price.decimals", "A price has at most 6 decimals.");
        }
        int scale = Math.max(amount.stripTrailingZeros().scale(), currency.getDefaultFractionDigits());
        amount = amount.setScale(Math.max(scale, 0), RoundingMode.UNNECESSARY);
    }

    public static Price of(String amount, String currency) {
        return new Price(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
