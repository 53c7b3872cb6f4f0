package com.company.erp.finance.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.finance.calculation.DocumentCalculation.Line;
import com.company.erp.finance.calculation.DocumentCalculation.TaxGroup;
import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DocumentCalculationTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID VAT_19 = new UUID(0, 19);
    private static final UUID VAT_7 = new UUID(0, 7);
    private static final UUID EXEMPT = new UUID(0, 0);

    @Test
    void a_discount_is_taken_before_the_line_is_rounded() {
        var sum = net(TaxRounding.PER_LINE, line("3", "9.99", "12.5", VAT_19));
        assertThat(sum.total()).isEqualTo(amounts("26.22", "4.98"));
    }

    @Test
    void rounding_per_line_and_per_document_give_other_cents() {
        Line line = line("1", "0.33", "0", VAT_19);
        assertThat(net(TaxRounding.PER_LINE, line, line, line).total()).isEqualTo(amounts("0.99", "0.18"));
        assertThat(net(TaxRounding.PER_DOCUMENT, line, line, line).total()).isEqualTo(amounts("0.99", "0.19"));
    }

    @Test
    void per_document_each_line_takes_its_share_of_the_tax() {
        Line line = line("1", "0.33", "0", VAT_19);
        var sum = net(TaxRounding.PER_DOCUMENT, line, line, line);
        assertThat(sum.lines())
                .containsExactly(amounts("0.33", "0.06"), amounts("0.33", "0.07"), amounts("0.33", "0.06"));
    }

    @Test
    void a_gross_price_keeps_its_gross_and_finds_the_tax_inside() {
        var sum = DocumentCalculation.of(
                PriceMode.GROSS, TaxRounding.PER_DOCUMENT, EUR, List.of(line("7", "9.99", "0", VAT_19)));
        assertThat(sum.total().gross()).isEqualTo(eur("69.93"));
        assertThat(sum.total()).isEqualTo(amounts("58.76", "11.17"));
    }

    @Test
    void the_tax_is_grouped_by_code() {
        var sum = net(
                TaxRounding.PER_DOCUMENT,
                line("1", "100.00", "0", VAT_19),
                line("2", "10.00", "0", VAT_7),
                line("1", "50.00", "0", VAT_19),
                line("1", "5.00", "0", EXEMPT));
        assertThat(sum.groups())
                .containsExactly(
                        new TaxGroup(VAT_19, new BigDecimal("19"), amounts("150.00", "28.50")),
                        new TaxGroup(VAT_7, new BigDecimal("7"), amounts("20.00", "1.40")),
                        new TaxGroup(EXEMPT, new BigDecimal("0"), amounts("5.00", "0.00")));
        assertThat(sum.total().gross()).isEqualTo(eur("204.90"));
    }

    @Test
    void a_currency_without_minor_units_rounds_to_whole_units() {
        var sum = DocumentCalculation.of(
                PriceMode.NET,
                TaxRounding.PER_LINE,
                Currency.getInstance("JPY"),
                List.of(line("1", "105.5", "0", VAT_7)));
        assertThat(sum.total().gross()).isEqualTo(Money.of("113", "JPY"));
    }

    @Property
    void the_lines_and_the_tax_groups_both_add_up_to_the_totals(
            @ForAll PriceMode prices,
            @ForAll TaxRounding rounding,
            @ForAll("currencies") Currency currency,
            @ForAll("lines") List<Line> lines) {
        var sum = DocumentCalculation.of(prices, rounding, currency, lines);
        assertThat(total(sum.lines(), l -> l, currency)).isEqualTo(sum.total());
        assertThat(total(sum.groups(), TaxGroup::amounts, currency)).isEqualTo(sum.total());
        assertThat(sum.total().net().plus(sum.total().tax()))
                .isEqualTo(sum.total().gross());
    }

    @Property
    void opposite_quantities_give_exactly_the_opposite_cents(
            @ForAll PriceMode prices, @ForAll TaxRounding rounding, @ForAll("lines") List<Line> lines) {
        var sum = DocumentCalculation.of(prices, rounding, EUR, lines);
        var opposite = DocumentCalculation.of(
                prices,
                rounding,
                EUR,
                lines.stream().map(DocumentCalculationTest::negate).toList());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(opposite.lines().get(i).plus(sum.lines().get(i))).isEqualTo(Amounts.zero(EUR));
        }
        assertThat(opposite.total().plus(sum.total())).isEqualTo(Amounts.zero(EUR));
    }

    @Property
    void a_price_that_includes_tax_never_changes(@ForAll TaxRounding rounding, @ForAll("lines") List<Line> lines) {
        var gross = DocumentCalculation.of(PriceMode.GROSS, rounding, EUR, lines);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(gross.lines().get(i).gross()).isEqualTo(price(lines.get(i)));
        }
    }

    @Property
    void per_document_the_order_of_lines_does_not_touch_the_totals(
            @ForAll PriceMode prices, @ForAll("lines") List<Line> lines) {
        List<Line> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        assertThat(DocumentCalculation.of(prices, TaxRounding.PER_DOCUMENT, EUR, reversed)
                        .total())
                .isEqualTo(DocumentCalculation.of(prices, TaxRounding.PER_DOCUMENT, EUR, lines)
                        .total());
    }

    @Property
    void per_document_no_line_is_off_its_own_tax_by_more_than_a_cent(
            @ForAll PriceMode prices, @ForAll("lines") List<Line> lines) {
        var shared = DocumentCalculation.of(prices, TaxRounding.PER_DOCUMENT, EUR, lines);
        var own = DocumentCalculation.of(prices, TaxRounding.PER_LINE, EUR, lines);
        for (int i = 0; i < lines.size(); i++) {
            Money off =
                    shared.lines().get(i).tax().minus(own.lines().get(i).tax()).abs();
            assertThat(off).isLessThanOrEqualTo(eur("0.01"));
        }
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "JPY", "KWD").map(Currency::getInstance);
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<BigDecimal> quantity = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("10000"))
                .ofScale(6);
        Arbitrary<BigDecimal> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000"))
                .ofScale(6);
        Arbitrary<BigDecimal> discount = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100"))
                .ofScale(2);
        return Combinators.combine(quantity, price, discount, Arbitraries.of(VAT_19, VAT_7, EXEMPT))
                .as((q, p, d, code) -> line(q.toPlainString(), p.toPlainString(), d.toPlainString(), code))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static DocumentCalculation net(TaxRounding rounding, Line... lines) {
        return DocumentCalculation.of(PriceMode.NET, rounding, EUR, List.of(lines));
    }

    private static Line line(String quantity, String unitPrice, String discount, UUID taxCode) {
        BigDecimal percent = BigDecimal.valueOf(taxCode.getLeastSignificantBits());
        return new Line(
                new BigDecimal(quantity), new BigDecimal(unitPrice), new BigDecimal(discount), taxCode, percent);
    }

    private static Line negate(Line line) {
        return new Line(
                line.quantity().negate(), line.unitPrice(), line.discountPercent(), line.taxCode(), line.taxPercent());
    }

    private static Money price(Line line) {
        BigDecimal factor = BigDecimal.ONE.subtract(line.discountPercent().divide(BigDecimal.valueOf(100)));
        return Money.round(line.quantity().multiply(line.unitPrice()).multiply(factor), EUR);
    }

    private static <T> Amounts total(List<T> parts, Function<T, Amounts> amounts, Currency currency) {
        return parts.stream().map(amounts).reduce(Amounts.zero(currency), Amounts::plus);
    }

    private static Amounts amounts(String net, String tax) {
        return new Amounts(eur(net), eur(tax));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
