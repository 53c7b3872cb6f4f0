package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.Sheet;
import com.company.erp.document.press.Sheet.Fact;
import com.company.erp.document.press.Words;
import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Papers of an invented customer, which show what a template can come across: long texts, several pages, two rates. */
final class Samples {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final BigDecimal USUAL_RATE = new BigDecimal("19");
    private static final BigDecimal LOW_RATE = new BigDecimal("7");
    private static final String CUSTOMER = "C-10023";
    private static final String REFERENCE = "PO 4711";

    private final Words words;
    private final PaperMaker maker;
    private final LetterheadDetails letterhead;
    private final String currency;

    Samples(Words words, PaperMaker maker, LetterheadDetails letterhead, String currency) {
        this.words = words;
        this.maker = maker;
        this.letterhead = letterhead;
        this.currency = currency;
    }

    /** @param lines how many lines it has, where it has any */
    Sheet of(PaperKind kind, int lines) {
        return switch (kind) {
            case INVOICE -> invoice(lines);
            case STATEMENT -> statement(lines);
            case DUNNING -> dunning(lines, 2);
            case PAYMENT -> payment(lines);
            case PAYMENTS -> payments(lines);
        };
    }

    private Paper letter() {
        List<String> recipient = new ArrayList<>(List.of(words.word("sample.customer")));
        recipient.addAll(words.word("sample.address").lines().toList());
        return maker.paper(null, recipient);
    }

    private Money money(String amount) {
        return Money.round(new BigDecimal(amount), Money.currency(currency));
    }

    private static String number(String series, int number) {
        return "%s-2026-%05d".formatted(series, number);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow();
    }

    InvoiceSheet invoice(int count) {
        return invoice(count, "invoice", number("INV", 42));
    }

    InvoiceSheet creditNote(int count) {
        return invoice(count, "credit_note", number("CRN", 7));
    }

    private InvoiceSheet invoice(int count, String kind, String number) {
        List<InvoiceSheet.Line> lines = new ArrayList<>();
        List<Money> usual = new ArrayList<>(List.of(money("0")));
        List<Money> low = new ArrayList<>(List.of(money("0")));
        for (int i = 0; i < count; i++) {
            boolean isLow = i % 4 == 3;
            BigDecimal price = new BigDecimal(
                    List.of("850.00", "42.90", "1240.00", "18.50").get(i % 4));
            BigDecimal quantity = new BigDecimal(List.of("3", "12", "1", "25").get(i % 4));
            Money amount = Money.round(price.multiply(quantity), Money.currency(currency));
            (isLow ? low : usual).add(amount);
            lines.add(new InvoiceSheet.Line(
                    i + 1,
                    words.word("sample.line." + (i % 4)).lines().toList(),
                    words.quantity(quantity),
                    words.price(price, Money.currency(currency)),
                    "",
                    words.percent(isLow ? LOW_RATE : USUAL_RATE),
                    words.amount(amount),
                    words.amount(sum(usual).plus(sum(low)))));
        }
        Paper paper = letter();
        boolean isInvoice = kind.equals("invoice");
        Money gross = sum(usual).plus(sum(low)).plus(tax(usual, USUAL_RATE)).plus(tax(low, LOW_RATE));
        String total = words.word(isInvoice ? "total" : "total.credit") + " " + currency;
        return new InvoiceSheet(
                words,
                paper,
                words.word(kind) + " " + number,
                false,
                facts(isInvoice),
                null,
                currency,
                false,
                lines,
                totals(usual, low),
                new Fact(total, words.amount(gross)),
                taxes(usual, low),
                remarks(),
                isInvoice ? slip(paper, gross, number) : null);
    }

    private Money tax(List<Money> amounts, BigDecimal rate) {
        return Money.round(sum(amounts).amount().multiply(rate).movePointLeft(2), Money.currency(currency));
    }

    private List<Fact> facts(boolean isInvoice) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.word("date.issue"), words.date(DAY)));
        if (isInvoice) {
            facts.add(new Fact(words.word("date.due"), words.date(DAY.plusDays(30))));
        } else {
            facts.add(new Fact(words.word("credits"), number("INV", 42)));
            facts.add(new Fact("", words.date(DAY.minusDays(9))));
        }
        facts.add(new Fact(words.word("customer.number"), CUSTOMER));
        facts.add(new Fact(words.word("customer.reference"), REFERENCE));
        return facts;
    }

    private List<Fact> totals(List<Money> usual, List<Money> low) {
        List<Fact> totals = new ArrayList<>();
        totals.add(new Fact(words.word("net"), words.amount(sum(usual).plus(sum(low)))));
        Money tax = tax(usual, USUAL_RATE).plus(tax(low, LOW_RATE));
        String label = sum(low).isZero()
                ? words.word("vat", words.percent(USUAL_RATE), words.amount(sum(usual)))
                : words.word("vat.sum");
        totals.add(new Fact(label, words.amount(tax)));
        return totals;
    }

    private List<InvoiceSheet.Tax> taxes(List<Money> usual, List<Money> low) {
        if (sum(low).isZero()) return List.of();
        return List.of(tax(USUAL_RATE, usual), tax(LOW_RATE, low));
    }

    private InvoiceSheet.Tax tax(BigDecimal rate, List<Money> amounts) {
        return new InvoiceSheet.Tax(words.percent(rate), words.amount(sum(amounts)), words.amount(tax(amounts, rate)));
    }

    private List<String> remarks() {
        return letterhead.closing() == null
                ? List.of()
                : letterhead.closing().lines().toList();
    }

    private PaymentSlip slip(Paper paper, Money gross, String number) {
        String heading = words.word("payment", words.amount(gross) + " " + currency, words.date(DAY.plusDays(30)));
        return PaymentSlip.of(heading, letterhead, paper.company(), number, gross, words);
    }

    StatementSheet statement(int count) {
        List<StatementSheet.Line> lines = new ArrayList<>();
        Money balance = money("1190.00");
        for (int i = 0; i < count; i++) {
            boolean paid = i % 3 == 2;
            Money amount = money(paid ? "-1190.00" : "833.00");
            balance = balance.plus(amount);
            LocalDate date = DAY.plusDays(2L * i);
            lines.add(new StatementSheet.Line(
                    words.date(date),
                    paid
                            ? words.kind("payment") + " " + number("PAY", i)
                            : words.kind("invoice") + " " + number("INV", i),
                    paid ? "" : words.date(date.plusDays(30)),
                    words.amount(amount),
                    words.amount(balance)));
        }
        var account =
                new StatementSheet.Account(currency, words.amount(money("1190.00")), lines, words.amount(balance));
        List<Fact> facts = List.of(
                new Fact(words.word("date.issue"), words.date(DAY.plusDays(90))),
                new Fact(words.word("statement.period"), words.date(DAY) + " \u2013 " + words.date(DAY.plusDays(90))),
                new Fact(words.word("customer.number"), CUSTOMER));
        return new StatementSheet(words, letter(), words.word("statement"), facts, List.of(account));
    }

    DunningSheet dunning(int count, int level) {
        List<DunningSheet.Line> lines = new ArrayList<>();
        Money sum = money("0");
        for (int i = 0; i < count; i++) {
            Money amount = money(List.of("1190.00", "357.00", "2380.00").get(i % 3));
            sum = sum.plus(amount);
            lines.add(new DunningSheet.Line(
                    words.kind("invoice") + " " + number("INV", 30 + i),
                    words.date(DAY.plusDays(i)),
                    words.date(DAY.plusDays(30L + i)),
                    String.valueOf(Math.max(1, 45 - i)),
                    words.amount(amount),
                    words.amount(sum)));
        }
        Paper paper = letter();
        String total = words.amount(sum) + "\u00a0" + currency;
        String until = words.date(DAY.plusDays(85));
        List<Fact> facts = List.of(
                new Fact(words.word("date.issue"), words.date(DAY.plusDays(75))),
                new Fact(words.word("date.due"), until),
                new Fact(words.word("customer.number"), CUSTOMER));
        return new DunningSheet(
                words,
                paper,
                words.word("dunning." + level),
                facts,
                level,
                Sheet.paragraphs(words.word("dunning.opening." + level, total, until)),
                List.of(new DunningSheet.Account(currency, lines, words.amount(sum))),
                PaymentSlip.of(
                        words.word("payment", total, until),
                        letterhead,
                        paper.company(),
                        number("INV", 30),
                        sum,
                        words),
                Sheet.paragraphs(words.word("dunning.closing")));
    }

    private PaymentSheet payment(int count) {
        List<PaymentSheet.Line> lines = new ArrayList<>();
        Money sum = money("0");
        for (int i = 0; i < count; i++) {
            sum = sum.plus(money("238.00"));
            lines.add(new PaymentSheet.Line(
                    words.kind("credit_note") + " " + number("CRN", 1 + i),
                    words.date(DAY.plusDays(i)),
                    words.amount(money("238.00")),
                    words.amount(sum)));
        }
        String paid = words.amount(sum) + "\u00a0" + currency;
        List<Fact> facts = List.of(
                new Fact(words.word("date.issue"), words.date(DAY)),
                new Fact(words.word("customer.number"), CUSTOMER),
                new Fact(words.word("payment.reference"), REFERENCE));
        return new PaymentSheet(
                words,
                letter(),
                words.word("remittance") + " " + number("PAY", 12),
                facts,
                words.word("remittance.text", paid, words.date(DAY)),
                currency,
                lines,
                null,
                new Fact(words.word("total") + " " + currency, words.amount(sum)));
    }

    private PaymentListSheet payments(int count) {
        List<PaymentListSheet.Line> lines = new ArrayList<>();
        Money sum = money("0");
        for (int i = 0; i < count; i++) {
            Money amount = money("714.00");
            sum = sum.plus(amount);
            lines.add(new PaymentListSheet.Line(
                    words.date(DAY.plusDays(i / 3)),
                    number("PAY", 1 + i),
                    words.word("kind.RECEIPT"),
                    words.word("sample.customer"),
                    number("INV", 1 + i),
                    words.amount(amount) + "\u00a0" + currency,
                    false));
        }
        List<Fact> facts = List.of(
                new Fact(words.word("statement.period"), words.date(DAY) + " \u2013 " + words.date(DAY.plusDays(30))),
                new Fact(words.word("payments.count"), String.valueOf(count)));
        Fact total = new Fact(words.word("kind.RECEIPT"), words.amount(sum) + "\u00a0" + currency);
        return new PaymentListSheet(words, maker.internal(), words.word("payments"), facts, lines, List.of(total));
    }
}
