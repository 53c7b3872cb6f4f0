package com.company.erp.finance.calculation;

/**
 * Where the tax of a document is rounded. It belongs to the document, since both give other cents and both are lawful.
 */
public enum TaxRounding {
    /** On each line; the document's tax is the sum. */
    PER_LINE,
    /** Once for each tax code on the sum of its lines (EN 16931, BR-CO-17); the lines then share that tax. */
    PER_DOCUMENT
}
