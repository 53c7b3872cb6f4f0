package com.company.erp.platform.imports;

import org.jspecify.annotations.Nullable;

/**
 * A row on its way from the file to the check.
 *
 * @param payload the typed row as JSON; null when it could not be read
 */
record StagedRow(
        int number, int document, String key, @Nullable String payload, boolean refused) {}
