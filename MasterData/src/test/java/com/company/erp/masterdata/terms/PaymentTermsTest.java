package com.company.erp.masterdata.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PaymentTermsTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 30);

    @Example
    void net_days_count_from_the_invoice() {
        assertThat(PaymentTerms.net(30).dueDate(ISSUED)).isEqualTo("2026-03-01");
        assertThat(PaymentTerms.net(0).dueDate(ISSUED)).isEqualTo(ISSUED);
    }

    @Example
    void end_of_month_counts_from_the_last_day_of_the_invoices_month() {
        assertThat(PaymentTerms.due(DueRule.endOfMonth(0)).dueDate(ISSUED)).isEqualTo("2026-01-31");
        assertThat(PaymentTerms.due(DueRule.endOfMonth(30)).dueDate(ISSUED)).isEqualTo("2026-03-02");
    }

    @Example
    void a_day_of_the_month_is_the_next_one_that_is_not_too_early() {
        assertThat(DueRule.dayOfMonth(15, 0).dueDate(ISSUED)).isEqualTo("2026-02-15");
        assertThat(DueRule.dayOfMonth(30, 0).dueDate(ISSUED)).isEqualTo("2026-01-30");
        assertThat(DueRule.dayOfMonth(15, 30).dueDate(ISSUED)).isEqualTo("2026-03-15");
    }

    @Example
    void day_31_is_the_last_day_of_any_month() {
        assertThat(DueRule.dayOfMonth(31, 5).dueDate(ISSUED)).isEqualTo("2026-02-28");
        assertThat(DueRule.dayOfMonth(31, 0).dueDate(LocalDate.of(2028, 2, 1))).isEqualTo("2028-02-29");
    }

    @Example
    void the_last_instalment_takes_the_remainder() {
        PaymentTerms thirds = terms("33.33", "33.33", "33.34");
        assertThat(thirds.instalments(Money.of("100.00", "EUR"), ISSUED))
                .extracting(Instalment::amount)
                .containsExactly(Money.of("33.33", "EUR"), Money.of("33.33", "EUR"), Money.of("33.34", "EUR"));
        assertThat(thirds.instalments(Money.of("10", "JPY"), ISSUED))
                .extracting(Instalment::amount)
                .containsExactly(Money.of("3", "JPY"), Money.of("4", "JPY"), Money.of("3", "JPY"));
    }

    @Example
    void the_discount_runs_until_its_last_day() {
        EarlyPayment discount = PaymentTerms.net(30).withDiscount("2", 10).discount();
        assertThat(discount).isNotNull();
        assertThat(discount.until(ISSUED)).isEqualTo("2026-02-09");
        assertThat(discount.percent()).isEqualByComparingTo("2");
    }

    @Example
    void shares_that_do_not_make_a_whole_are_refused() {
        assertThatThrownBy(() -> terms("50", "49.99")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> terms("50", "50", "0")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(PaymentTermsTest::terms).isInstanceOf(InvalidInput.class);
    }

    @Example
    void rules_and_discounts_outside_their_limits_are_refused() {
        assertThatThrownBy(() -> DueRule.net(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DueRule.dayOfMonth(32, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PaymentTerms.net(30).withDiscount("100", 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PaymentTerms.net(30).withDiscount("2", -1)).isInstanceOf(InvalidInput.class);
    }

    @Property
    void instalments_add_up_to_the_gross_amount(
            @ForAll("anyTerms") PaymentTerms terms,
            @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long cents) {
        Money gross = Money.of(BigDecimal.valueOf(cents, 2).toPlainString(), "EUR");
        Money sum = terms.instalments(gross, ISSUED).stream()
                .map(Instalment::amount)
                .reduce(Money.of("0.00", "EUR"), Money::plus);
        assertThat(sum).isEqualTo(gross);
    }

    @Property
    void no_instalment_has_the_other_sign_than_the_gross_amount(
            @ForAll("anyTerms") PaymentTerms terms, @ForAll @LongRange(min = 0, max = 1_000) long cents) {
        Money gross = Money.of(BigDecimal.valueOf(cents, 2).toPlainString(), "EUR");
        assertThat(terms.instalments(gross, ISSUED))
                .allSatisfy(instalment ->
                        assertThat(instalment.amount().amount().signum()).isNotNegative());
    }

    @Property
    void due_dates_ascend_and_none_is_before_the_invoice(
            @ForAll("anyTerms") PaymentTerms terms, @ForAll @IntRange(min = 0, max = 3_000) int day) {
        LocalDate issueDate = LocalDate.of(2020, 1, 1).plusDays(day);
        List<LocalDate> dates = terms.instalments(Money.of("1000.00", "EUR"), issueDate).stream()
                .map(Instalment::dueDate)
                .toList();
        assertThat(dates).isSorted().allSatisfy(date -> assertThat(date).isAfterOrEqualTo(issueDate));
        assertThat(dates.getLast()).isEqualTo(terms.dueDate(issueDate));
    }

    @Provide
    Arbitrary<PaymentTerms> anyTerms() {
        Arbitrary<DueRule> rules = Combinators.combine(
                        Arbitraries.of(DueRule.Kind.class),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(1, 31))
                .as((kind, days, day) -> new DueRule(kind, days, kind == DueRule.Kind.DAY_OF_MONTH ? day : null));
        return Combinators.combine(
                        rules.list().ofSize(7),
                        Arbitraries.integers()
                                .between(1, 999_999)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(6))
                .as(PaymentTermsTest::cutAt);
    }

    /** The whole, cut at these ten-thousandths of a percent. */
    private static PaymentTerms cutAt(List<DueRule> rules, List<Integer> cuts) {
        List<Integer> bounds =
                Stream.concat(cuts.stream(), Stream.of(1_000_000)).sorted().toList();
        List<Share> shares = new ArrayList<>();
        int before = 0;
        for (int bound : bounds) {
            shares.add(new Share(BigDecimal.valueOf(bound - before, 4), rules.get(shares.size())));
            before = bound;
        }
        return new PaymentTerms(shares, null);
    }

    private static PaymentTerms terms(String... percents) {
        return new PaymentTerms(
                Arrays.stream(percents)
                        .map(percent -> new Share(new BigDecimal(percent), DueRule.net(30)))
                        .toList(),
                null);
    }
}
