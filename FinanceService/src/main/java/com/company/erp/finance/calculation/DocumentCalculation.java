package com.company.erp.finance.calculation;

import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The amounts of a document, from its lines to its totals. All rounding is half up (away from zero at the half) at the
 * currency's minor unit, so a document with opposite signs has exactly the opposite cents.
 *
 * <p>A line's price is quantity × unit price × (100 − discount %) ÷ 100, rounded. In NET mode that is the net and
 * stays so; in GROSS mode it is the line's gross and stays so. The tax is found where {@link TaxRounding} says. Rounded
 * per document, each line takes what its price adds to the rounded tax of its code so far: no line is off by a whole
 * minor unit, and the lines' taxes are the code's tax.
 *
 * @param lines the amounts of each line, in the order given
 * @param groups one for each tax code, in the order of first use
 */
public record DocumentCalculation(List<Amounts> lines, List<TaxGroup> groups, Amounts total) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What is calculated with: the tax percent is the one that the seller charges, zero for a reverse charge. */
    public record Line(
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discountPercent,
            UUID taxCode,
            BigDecimal taxPercent) {}

    /** The sum of the lines under one tax code. */
    public record TaxGroup(UUID taxCode, BigDecimal taxPercent, Amounts amounts) {

        private TaxGroup plus(Amounts line) {
            return new TaxGroup(taxCode, taxPercent, amounts.plus(line));
        }

        /** One for each tax code, in the order of first use. */
        public static List<TaxGroup> sum(Stream<TaxGroup> parts) {
            Map<UUID, TaxGroup> groups = new LinkedHashMap<>();
            parts.forEach(part -> groups.merge(part.taxCode, part, (sum, added) -> sum.plus(added.amounts)));
            return List.copyOf(groups.values());
        }
    }

    public static DocumentCalculation of(PriceMode prices, TaxRounding rounding, Currency currency, List<Line> lines) {
        Map<UUID, TaxGroup> groups = new LinkedHashMap<>();
        List<Amounts> amounts = new ArrayList<>(lines.size());
        Amounts total = Amounts.zero(currency);
        for (Line line : lines) {
            TaxGroup group = groups.computeIfAbsent(
                    line.taxCode, code -> new TaxGroup(code, line.taxPercent, Amounts.zero(currency)));
            Money price = priceOf(line, currency);
            Money tax = rounding == TaxRounding.PER_LINE
                    ? taxOf(price, line.taxPercent, prices)
                    : taxAdded(group.amounts, price, line.taxPercent, prices);
            Amounts split = prices == PriceMode.NET ? new Amounts(price, tax) : new Amounts(price.minus(tax), tax);
            amounts.add(split);
            groups.put(line.taxCode, group.plus(split));
            total = total.plus(split);
        }
        return new DocumentCalculation(List.copyOf(amounts), List.copyOf(groups.values()), total);
    }

    /** What quantity, unit price and discount give, rounded: net or gross by the document's mode. */
    public static Money priceOf(Line line, Currency currency) {
        BigDecimal exact = line.quantity
                .multiply(line.unitPrice)
                .multiply(HUNDRED.subtract(line.discountPercent))
                .movePointLeft(2);
        return Money.round(exact, currency);
    }

    /** The tax of all so far with this price, less the tax of all so far without it. */
    private static Money taxAdded(Amounts soFar, Money price, BigDecimal percent, PriceMode prices) {
        Money priceSoFar = prices == PriceMode.NET ? soFar.net() : soFar.gross();
        return taxOf(priceSoFar.plus(price), percent, prices).minus(soFar.tax());
    }

    private static Money taxOf(Money price, BigDecimal percent, PriceMode prices) {
        BigDecimal divisor = prices == PriceMode.NET ? HUNDRED : HUNDRED.add(percent);
        int scale = Money.minorUnits(price.currency());
        BigDecimal tax = price.amount().multiply(percent).divide(divisor, scale, RoundingMode.HALF_UP);
        return new Money(tax, price.currency());
    }
}
