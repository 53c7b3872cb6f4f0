package com.company.erp.platform.imports;

import java.util.List;

/** What becomes one record: a row, or several rows that are its lines. */
public record ImportDocument<R extends Record>(List<ImportRow<R>> rows) {

    public ImportRow<R> first() {
        return rows.getFirst();
    }

    /** The value of the first row, which holds what belongs to the whole document. */
    public R value() {
        return first().value();
    }
}
