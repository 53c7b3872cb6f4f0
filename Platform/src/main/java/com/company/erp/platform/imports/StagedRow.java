package com.company.erp.platform.imports;

/**
 * A row on its way from the file to the check.
 *
 * @param payload the typed row as JSON; of one that could not be read, the texts of its cells
 */
record StagedRow(int number, int document, String key, String payload, boolean refused) {}
