package com.company.erp.finance.payment;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.platform.events.DomainEvent;
import java.util.UUID;

/** A payment was taken back, because it bounced or was a mistake. */
public record PaymentReversed(PaymentId payment, String number, PaymentKind kind, UUID customer, Money amount)
        implements DomainEvent {

    @Override
    public String type() {
        return "payment.reversed";
    }

    @Override
    public DocumentRef ref() {
        return new DocumentRef(Payment.TYPE, payment);
    }
}
