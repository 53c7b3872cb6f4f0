package com.company.erp.platform.imports;

/**
 * One thing that is wrong with one row.
 *
 * @param row as a person counts the rows in the file
 * @param field the column, or {@code row} when it is the row as a whole
 * @param code stable, noun.reason
 * @param message a sentence that says the rule
 */
public record RowProblem(int row, String field, String code, String message) {}
