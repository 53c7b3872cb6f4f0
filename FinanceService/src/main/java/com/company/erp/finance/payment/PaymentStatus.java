package com.company.erp.finance.payment;

import com.company.erp.kernel.RuleViolation;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a payment: it counts, until it bounces or proves to be a mistake. */
public enum PaymentStatus {
    POSTED,
    REVERSED;

    private static final Map<PaymentStatus, Set<PaymentStatus>> NEXT = Map.of(POSTED, EnumSet.of(REVERSED));

    PaymentStatus to(PaymentStatus next) {
        if (NEXT.getOrDefault(this, Set.of()).contains(next)) return next;
        throw new RuleViolation("payment.transition", "A payment that is %s cannot become %s.".formatted(this, next));
    }
}
