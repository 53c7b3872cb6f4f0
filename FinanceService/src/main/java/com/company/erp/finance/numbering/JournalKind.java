package com.company.erp.finance.numbering;

/** The journals of a company, one of each kind, and how their numbers look unless the company says otherwise. */
public enum JournalKind {
    GENERAL("General journal", "GEN-{year}-{number:5}"),
    SALES("Sales invoices", "INV-{year}-{number:5}"),
    CREDIT_NOTES("Credit notes", "CRN-{year}-{number:5}"),
    PURCHASES("Supplier bills", "BILL-{year}-{number:5}"),
    BANK("Receipts and payments", "PAY-{year}-{number:5}"),
    EXCHANGE("Settlement differences", "EXC-{year}-{number:5}"),
    OPENING("Opening balances", "OPN-{year}-{number:5}"),
    CLOSING("Closing entries", "CLS-{year}-{number:5}");

    private final String title;
    private final String pattern;

    JournalKind(String title, String pattern) {
        this.title = title;
        this.pattern = pattern;
    }

    String title() {
        return title;
    }

    String pattern() {
        return pattern;
    }
}
