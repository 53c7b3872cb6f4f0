package com.company.erp.platform.imports;

/** What becomes of the good rows when others are refused. */
public enum ImportMode {
    /** All rows are imported, or none. */
    ATOMIC,

    /** The good ones are imported. */
    SKIP
}
