package com.company.erp.finance.invoicing;

import com.company.erp.kernel.DocumentRef;

/** What a document asks for. Both hold positive amounts; a credit note is posted with the opposite sign. */
public enum InvoiceType {
    /** The customer owes the amount. */
    INVOICE,
    /** The company owes it back: it corrects an invoice, or stands alone as the customer's credit. */
    CREDIT_NOTE;

    /** How others point at a document of this type. */
    public DocumentRef ref(InvoiceId id) {
        return new DocumentRef(refType(), id);
    }

    String refType() {
        return this == INVOICE ? "invoice" : "credit_note";
    }
}
