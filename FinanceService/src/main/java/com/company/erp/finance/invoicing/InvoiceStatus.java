package com.company.erp.finance.invoicing;

import com.company.erp.kernel.RuleViolation;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The life of an invoice: every allowed step, and no other. The database refuses the others too. */
public enum InvoiceStatus {
    DRAFT,
    ISSUED,
    OVERDUE,
    PAID,
    CREDITED,
    CANCELLED;

    private static final Map<InvoiceStatus, Set<InvoiceStatus>> NEXT = Map.of(
            DRAFT, EnumSet.of(ISSUED, CANCELLED),
            ISSUED, EnumSet.of(OVERDUE, PAID, CREDITED),
            OVERDUE, EnumSet.of(ISSUED, PAID, CREDITED), // ISSUED: the late instalment was paid, the next is not due
            PAID, EnumSet.of(ISSUED, OVERDUE), // a payment was un-allocated or bounced
            CREDITED, EnumSet.of(ISSUED, OVERDUE)); // a credit was un-allocated

    InvoiceStatus to(InvoiceStatus next) {
        if (NEXT.getOrDefault(this, Set.of()).contains(next)) return next;
        throw new RuleViolation("invoice.transition", "An invoice that is %s cannot become %s.".formatted(this, next));
    }

    /** Whether it was posted. */
    public boolean isPosted() {
        return this != DRAFT && this != CANCELLED;
    }

    /** When nothing is open any more. */
    InvoiceStatus closed(boolean byCreditAlone) {
        if (this == PAID || this == CREDITED) return this;
        return to(byCreditAlone ? CREDITED : PAID);
    }

    /**
     * When something is open. An ISSUED one waits for the night's job; an OVERDUE one stays so until its late
     * instalment is settled.
     *
     * @param due of the first instalment that is open, {@code dueBefore} what that was before; null for a credit note
     */
    InvoiceStatus open(@Nullable LocalDate dueBefore, @Nullable LocalDate due, LocalDate on) {
        if (this == ISSUED || this == OVERDUE && due != null && due.equals(dueBefore)) return this;
        InvoiceStatus next = due != null && due.isBefore(on) ? OVERDUE : ISSUED;
        return next == this ? this : to(next); // The next instalment may be late too.
    }
}
