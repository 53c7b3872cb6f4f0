package com.company.erp.document.printing;

import com.company.erp.document.press.Sheet;
import com.company.erp.document.press.Words;
import com.company.erp.finance.payment.PaymentKind;
import com.company.erp.finance.payment.PaymentRow;
import com.company.erp.finance.payment.PaymentStatus;
import com.company.erp.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payments of some days on paper, for the file and for whoever signs them. */
record PaymentListSheet(Words words, Paper paper, String title, List<Fact> facts, List<Line> lines, List<Fact> totals)
        implements Sheet {

    /** @param amount with its currency, negative when it was paid out */
    record Line(
            String date, String number, String kind, String party, String reference, String amount, boolean reversed) {}

    static PaymentListSheet of(List<PaymentRow> payments, LocalDate from, LocalDate to, Words words, Paper paper) {
        record Total(PaymentKind kind, Currency currency) {}
        Map<Total, Money> totals = new LinkedHashMap<>();
        for (PaymentRow payment : payments) {
            if (payment.status() == PaymentStatus.REVERSED) continue;
            var total = new Total(payment.kind(), payment.amount().currency());
            totals.merge(total, moved(payment), Money::plus);
        }
        List<Fact> facts = List.of(
                new Fact(words.word("statement.period"), words.date(from) + " \u2013 " + words.date(to)),
                new Fact(words.word("payments.count"), String.valueOf(payments.size())));
        return new PaymentListSheet(
                words,
                paper,
                words.word("payments"),
                facts,
                payments.stream().map(payment -> line(payment, words)).toList(),
                totals.entrySet().stream()
                        .map(total ->
                                new Fact(words.word("kind." + total.getKey().kind), amount(total.getValue(), words)))
                        .toList());
    }

    private static Money moved(PaymentRow payment) {
        return payment.kind() == PaymentKind.REFUND ? payment.amount().negate() : payment.amount();
    }

    private static String amount(Money amount, Words words) {
        return words.amount(amount) + "\u00a0" + amount.currency();
    }

    private static Line line(PaymentRow payment, Words words) {
        boolean reversed = payment.status() == PaymentStatus.REVERSED;
        String kind = words.word("kind." + payment.kind());
        return new Line(
                words.date(payment.date()),
                payment.number(),
                reversed ? kind + ", " + words.word("payments.reversed") : kind,
                payment.customerName(),
                payment.reference() == null ? "" : payment.reference(),
                amount(moved(payment), words),
                reversed);
    }
}
