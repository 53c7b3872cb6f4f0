package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.Sheet;
import com.company.erp.document.press.Words;
import com.company.erp.finance.dunning.DunningView;
import com.company.erp.finance.receivables.LateItem;
import com.company.erp.kernel.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A letter that asks for what is overdue, in words and figures; one part for each currency.
 *
 * @param opening what stands above the figures, more firmly with each level, and {@code closing} below
 */
record DunningSheet(
        Words words,
        Paper paper,
        String title,
        List<Fact> facts,
        int level,
        List<String> opening,
        List<Account> accounts,
        PaymentSlip payment,
        List<String> closing)
        implements Sheet {

    /** @param currency by its code */
    record Account(String currency, List<Line> lines, String total) {}

    /**
     * @param days how many days it is late; empty for a credit
     * @param carry the sum up to this line, which is carried over where a page ends with it
     */
    record Line(String document, String date, String due, String days, String amount, String carry) {}

    static DunningSheet of(
            DunningView letter, Words words, Paper paper, String customerCode, LetterheadDetails letterhead) {
        List<Fact> facts = List.of(
                new Fact(words.word("date.issue"), words.date(letter.date())),
                new Fact(words.word("date.due"), words.date(letter.payUntil())),
                new Fact(words.word("customer.number"), customerCode));
        String sums = letter.totals().stream()
                .map(total -> words.amount(total) + "\u00a0" + total.currency())
                .collect(Collectors.joining(" + "));
        String until = words.date(letter.payUntil());
        Money only = letter.totals().size() == 1 ? letter.totals().getFirst() : null;
        String numbers = letter.items().stream()
                .filter(item -> item.open().isPositive())
                .map(LateItem::number)
                .distinct()
                .collect(Collectors.joining(", "));
        return new DunningSheet(
                words,
                paper,
                words.word("dunning." + letter.level()),
                facts,
                letter.level(),
                Sheet.paragraphs(words.word("dunning.opening." + letter.level(), sums, until)),
                letter.totals().stream()
                        .map(total -> account(letter, total, words))
                        .toList(),
                PaymentSlip.of(words.word("payment", sums, until), letterhead, paper.company(), numbers, only, words),
                Sheet.paragraphs(words.word("dunning.closing")));
    }

    private static Account account(DunningView letter, Money total, Words words) {
        Money sum = Money.zero(total.currency());
        List<Line> lines = new ArrayList<>();
        for (LateItem item : letter.items()) {
            if (!item.open().currency().equals(total.currency())) continue;
            sum = sum.plus(item.open());
            lines.add(line(item, letter.date(), sum, words));
        }
        return new Account(total.currency().getCurrencyCode(), lines, words.amount(total));
    }

    private static Line line(LateItem item, LocalDate on, Money sum, Words words) {
        boolean owed = item.open().isPositive();
        return new Line(
                words.kind(item.document().type()) + " " + item.number(),
                words.date(item.date()),
                owed ? words.date(item.dueDate()) : "",
                owed ? String.valueOf(ChronoUnit.DAYS.between(item.dueDate(), on)) : "",
                words.amount(item.open()),
                words.amount(sum));
    }
}
