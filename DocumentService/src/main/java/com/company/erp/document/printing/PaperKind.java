package com.company.erp.document.printing;

import java.util.Locale;

/** The kinds of papers; each has a template of the house. */
public enum PaperKind {
    /** Invoices and credit notes. */
    INVOICE,
    STATEMENT,
    DUNNING,
    /** Remittance advices and receipts. */
    PAYMENT,
    PAYMENTS;

    String template() {
        return name().toLowerCase(Locale.ROOT);
    }
}
