package com.company.erp.finance.subledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An item while it is being settled. What is taken from it carries its share of the base amount; the last part takes
 * whatever base is left, so that an item that is closed has no cents behind it.
 */
final class OpenItem {

    private final OpenItemView item;
    private Money open;
    private Money openBase;

    OpenItem(OpenItemView item) {
        this.item = item;
        this.open = item.open();
        this.openBase = item.openBase();
    }

    OpenItemId id() {
        return item.id();
    }

    UUID party() {
        return item.party();
    }

    AccountId account() {
        return item.account();
    }

    LocalDate date() {
        return item.date();
    }

    DocumentRef document() {
        return item.document();
    }

    Money open() {
        return open;
    }

    Money openBase() {
        return openBase;
    }

    boolean isDebit() {
        return item.amount().isPositive();
    }

    /** Whether what is taken now, beside what was allocated at most on any later day, is more than the item. */
    boolean isOverdrawn(BigDecimal allocatedLater) {
        BigDecimal taken = item.open().minus(open).abs().amount();
        return taken.add(allocatedLater).compareTo(item.amount().abs().amount()) > 0;
    }

    /** Takes an amount, more than zero and at most what is open, and answers its share of the base amount. */
    Money take(Money amount) {
        if (amount.isGreaterThan(open.abs())) throw new IllegalArgumentException("Only " + open + " is open.");
        Money share = amount.equals(open.abs()) ? openBase.abs() : share(amount);
        move(amount.negate(), share.negate());
        return share;
    }

    /** Gives back what was taken. */
    void giveBack(Money amount, Money base) {
        move(amount, base);
    }

    private Money share(Money amount) {
        BigDecimal part = amount.amount().multiply(openBase.abs().amount());
        BigDecimal share = part.divide(open.abs().amount(), openBase.amount().scale(), RoundingMode.HALF_UP);
        return new Money(share, openBase.currency());
    }

    private void move(Money amount, Money base) {
        open = isDebit() ? open.plus(amount) : open.minus(amount);
        openBase = isDebit() ? openBase.plus(base) : openBase.minus(base);
    }
}
