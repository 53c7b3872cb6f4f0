package com.company.erp.platform.imports;

import java.util.List;

/**
 * How one resource is imported; each importable feature has one, as a package-private component. The house finds it by
 * itself and answers {@code POST /api/{resource}/import}.
 *
 * <p>The components of the row record are the file's columns (see {@link com.company.erp.platform.table.RowType} for
 * the
 * types they may have); constraints of Jakarta Validation on them are checked by the house, and a column that is
 * {@code @NotNull} or {@code @NotBlank} has to be in the file.
 *
 * @param <R> one row of the file
 */
public interface Importer<R extends Record> {

    /** The plural noun of the path, such as {@code products}. */
    String resource();

    /** The permission that doing the same by hand needs, such as {@code product.create}. */
    String permission();

    Class<R> row();

    /** The column that tells one record of the file from another, such as {@code code}; no two may have the same. */
    String key();

    /** Whether rows that follow each other with the same key are the lines of one document. */
    default boolean hasLines() {
        return false;
    }

    /**
     * Looks for everything that would keep the documents from being written, and refuses the rows that are to blame. It
     * is called for some hundred documents at a time, so that one statement can look up what all of them name, before
     * anything is written. A document with a refused row is not written.
     */
    void check(List<ImportDocument<R>> documents, Refusals refusals);

    /**
     * Writes documents that passed the check, in the open transaction. What it still refuses, since somebody was
     * quicker, fails the import, or in mode skip the one document.
     */
    void write(List<ImportDocument<R>> documents, ImportSession session);

    /**
     * Called once as the last step of each transaction that wrote: for what others wait for, such as taking the numbers
     * of all documents as one block.
     */
    default void finish(ImportSession session) {}
}
