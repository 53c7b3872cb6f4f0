package com.company.erp.finance.payment;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a payment. */
public record PaymentId(UUID value) implements Id {

    public static PaymentId valueOf(String text) {
        return new PaymentId(Id.parse(text));
    }
}
