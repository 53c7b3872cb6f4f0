package com.company.erp.platform.imports;

/**
 * A row of the file.
 *
 * @param number as a person counts the rows in the file
 */
public record ImportRow<R extends Record>(int number, R value) {}
