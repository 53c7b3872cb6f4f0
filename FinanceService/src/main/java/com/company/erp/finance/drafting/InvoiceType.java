package com.company.erp.finance.drafting;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Id;

/** What a document asks for. Both hold positive amounts; a credit note is posted with the opposite sign. */
public enum InvoiceType {
    /** The customer owes the amount. */
    INVOICE,
    /** The company owes it back: it corrects an invoice, or stands alone as the customer's credit. */
    CREDIT_NOTE;

    /** How others point at a document of this type. */
    public DocumentRef ref(Id id) {
        return new DocumentRef(refType(), id);
    }

    /** The type by which {@link #ref} names it. */
    public String refType() {
        return this == INVOICE ? "invoice" : "credit_note";
    }
}
