package com.company.erp.web.party;

import com.company.erp.finance.receivables.PaymentBehaviour;
import com.company.erp.finance.receivables.PaymentBehaviour.PaidMonth;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.web.pattern.ColumnChart;
import com.company.erp.web.pattern.ColumnChart.Figure;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Texts;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many days a customer takes to pay, in each of twelve months, held against the days agreed. */
final class BehaviourChart {

    private static final int MONTHS = 12;

    private BehaviourChart() {}

    static ColumnChart of(PaymentBehaviour behaviour, Texts texts) {
        Map<YearMonth, PaidMonth> paid = behaviour.months().stream()
                .collect(Collectors.toMap(month -> YearMonth.from(month.startsOn()), month -> month));
        YearMonth last = YearMonth.from(behaviour.on());
        var figures = IntStream.range(0, MONTHS)
                .mapToObj(n -> last.minusMonths(MONTHS - 1L - n))
                .map(month -> figure(month, paid.get(month), behaviour.customer(), texts))
                .toList();
        var behind = Columns.<PaidMonth>begin()
                .link("month", month -> name(month, texts), month -> payments(month, behaviour.customer()))
                .money("paidAmount", PaidMonth::paidAmount)
                .number("daysToPay", PaidMonth::daysToPay)
                .number("daysAgreed", PaidMonth::daysAgreed)
                .table("behaviour", behaviour.months(), texts);
        return ColumnChart.of(figures, behind, texts);
    }

    private static Figure figure(YearMonth month, @Nullable PaidMonth paid, PartyId customer, Texts texts) {
        String name = ColumnChart.month(month, "LLLL y", texts);
        String href = payments(month, customer);
        if (paid == null) return new Figure(month, name + ": –", "", 0, null, false, href);
        String agreed = texts.field("daysAgreed") + " " + texts.number(paid.daysAgreed());
        return new Figure(
                month,
                name + ": " + texts.number(paid.daysToPay()) + " (" + agreed + ")",
                texts.number(paid.daysToPay().setScale(0, RoundingMode.HALF_UP)),
                paid.daysToPay().doubleValue(),
                paid.daysAgreed().doubleValue(),
                paid.daysToPay().compareTo(paid.daysAgreed()) > 0,
                href);
    }

    private static String name(PaidMonth month, Texts texts) {
        return ColumnChart.month(YearMonth.from(month.startsOn()), "LLLL y", texts);
    }

    private static String payments(PaidMonth month, PartyId customer) {
        return payments(YearMonth.from(month.startsOn()), customer);
    }

    private static String payments(YearMonth month, PartyId customer) {
        return "/payments?customer=" + customer.value() + "&from=" + month.atDay(1) + "&to=" + month.atEndOfMonth();
    }
}
