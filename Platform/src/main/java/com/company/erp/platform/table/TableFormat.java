package com.company.erp.platform.table;

/** The kinds of file that a table is read from. */
public enum TableFormat {
    CSV,
    XLSX,
    NDJSON
}
