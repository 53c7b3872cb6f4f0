package com.company.erp.document.printing;

import com.company.erp.document.press.Sheet;
import com.company.erp.document.press.Words;
import com.company.erp.finance.payment.PaymentKind;
import com.company.erp.finance.payment.PaymentView;
import com.company.erp.finance.subledger.AllocationView;
import com.company.erp.finance.subledger.OpenItemView;
import com.company.erp.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payment settled, in words and figures: a remittance advice for money that the company paid, a receipt for
 * money that it got.
 *
 * @param rest what settles nothing yet; null when all of it does
 */
record PaymentSheet(
        Words words,
        Paper paper,
        String title,
        List<Fact> facts,
        String introduction,
        String currency,
        List<Line> lines,
        @Nullable Fact rest,
        Fact total)
        implements Sheet {

    /** @param carry the sum up to this line, which is carried over where a page ends with it */
    record Line(String document, String date, String amount, String carry) {}

    /** @param items of the documents that it settled, by their ids */
    static PaymentSheet of(
            PaymentView payment, Map<UUID, OpenItemView> items, Words words, Paper paper, String partyCode) {
        String kind = payment.kind() == PaymentKind.REFUND ? "remittance" : "receipt";
        String amount =
                words.amount(payment.amount()) + "\u00a0" + payment.amount().currency();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.word("date.issue"), words.date(payment.date())));
        facts.add(new Fact(words.word("customer.number"), partyCode));
        if (payment.reference() != null) facts.add(new Fact(words.word("payment.reference"), payment.reference()));
        Money rest = payment.unallocated();
        return new PaymentSheet(
                words,
                paper,
                words.word(kind) + " " + payment.number(),
                facts,
                words.word(kind + ".text", amount, words.date(payment.date())),
                payment.amount().currency().getCurrencyCode(),
                lines(payment, items, words),
                rest.isZero() ? null : new Fact(words.word("payment.rest"), words.amount(rest)),
                new Fact(words.word("total") + " " + payment.amount().currency(), words.amount(payment.amount())));
    }

    private static List<Line> lines(PaymentView payment, Map<UUID, OpenItemView> items, Words words) {
        List<Line> lines = new ArrayList<>();
        Money sum = Money.zero(payment.amount().currency());
        for (AllocationView allocation : payment.allocations()) {
            sum = sum.plus(allocation.amount());
            UUID settled = settled(payment, allocation);
            OpenItemView item = items.get(settled);
            lines.add(new Line(
                    item == null ? "" : words.kind(item.document().type()) + " " + item.number(),
                    item == null ? "" : words.date(item.date()),
                    words.amount(allocation.amount()),
                    words.amount(sum)));
        }
        return lines;
    }

    /** The document on the other side. */
    static UUID settled(PaymentView payment, AllocationView allocation) {
        UUID debit = allocation.debitDocument().id();
        return debit.equals(payment.id().value()) ? allocation.creditDocument().id() : debit;
    }
}
