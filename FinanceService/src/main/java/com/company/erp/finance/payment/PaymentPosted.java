package com.company.erp.finance.payment;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.platform.events.DomainEvent;
import java.util.UUID;

/** A payment was recorded, a receipt, refund or write-off. */
public record PaymentPosted(PaymentId payment, String number, PaymentKind kind, UUID customer, Money amount)
        implements DomainEvent {

    @Override
    public String type() {
        return "payment.posted";
    }

    @Override
    public DocumentRef ref() {
        return new DocumentRef(Payment.TYPE, payment);
    }
}
