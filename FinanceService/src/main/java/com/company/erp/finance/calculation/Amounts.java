package com.company.erp.finance.calculation;

import com.company.erp.kernel.Money;
import java.util.Currency;

/** A net amount and its tax. The gross is their sum by definition, so the three can never disagree. */
public record Amounts(Money net, Money tax) {

    public static Amounts zero(Currency currency) {
        return new Amounts(Money.zero(currency), Money.zero(currency));
    }

    public Money gross() {
        return net.plus(tax);
    }

    public Amounts plus(Amounts other) {
        return new Amounts(net.plus(other.net), tax.plus(other.tax));
    }

    public Amounts minus(Amounts other) {
        return new Amounts(net.minus(other.net), tax.minus(other.tax));
    }
}
