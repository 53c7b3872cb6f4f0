package com.company.erp.document.attachment;

/** How long a file is to be kept. */
public enum Retention {
    /** As long as somebody wants it. */
    NONE,
    /** Business letters, sent or received. */
    LETTER,
    /** Vouchers: what an entry in the books stands on. The files of a record in the books are never less. */
    VOUCHER;

    Retention atLeast(Retention other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
