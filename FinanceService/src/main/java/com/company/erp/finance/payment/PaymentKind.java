package com.company.erp.finance.payment;

/** Which way the money went, or that it never will. */
public enum PaymentKind {
    RECEIPT,
    REFUND,
    WRITE_OFF
}
