package com.company.erp.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in a currency, always at the currency's minor unit (ISO 4217: two decimals for EUR, none for JPY, three for
 * KWD). Amounts of different currencies are never added. Equality is by value and currency; the scale is fixed.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** Fifteen digits before the point: more than any company's books, and safe in {@code numeric(19,4)}. */
    private static final BigDecimal LIMIT = new BigDecimal("1E15");

    /**
     * @throws InvalidInput money.decimals, when the amount has more decimals than the currency; money.range
     */
    public Money {
        if (amount.precision() - amount.scale() > 15 || amount.abs().compareTo(LIMIT) >= 0) {
            throw new InvalidInput("amount", "money.range", "An amount has at most 15 digits before the point.");
        }
        if (amount.scale() > 40 || amount.stripTrailingZeros().scale() > minorUnits(currency)) {
            throw new InvalidInput(
                    "amount",
                    "money.decimals",
                    "An amount in " + currency + " has at most " + minorUnits(currency) + " decimals.");
        }
        amount = amount.setScale(minorUnits(currency), RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Rounds half up (away from zero at the half) to the currency's minor unit, as invoices are rounded by custom. */
    public static Money round(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(minorUnits(currency), RoundingMode.HALF_UP), currency);
    }

    /**
     * The ISO 4217 currency of an alphabetic code.
     *
     * @throws InvalidInput currency.unknown
     */
    public static Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
            if (currency.getDefaultFractionDigits() >= 0) return currency;
        } catch (IllegalArgumentException e) {
            // Falls through to the refusal below, which names the rule instead of the class.
        }
        throw new InvalidInput("currency", "currency.unknown", "A currency is an ISO 4217 code such as EUR.");
    }

    public static int minorUnits(Currency currency) {
        return currency.getDefaultFractionDigits();
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    public Money abs() {
        return new Money(amount.abs(), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isGreaterThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot combine " + this + " with " + other + ".");
        }
        return other;
    }
}
