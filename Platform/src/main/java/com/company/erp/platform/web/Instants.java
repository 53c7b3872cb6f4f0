package com.company.erp.platform.web;

import com.company.erp.kernel.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Reads instants of a query: {@code 2026-03-02T10:15:30Z}, in years that every database knows. */
final class Instants {

    private static final Pattern ISO = Pattern.compile(
            "(19|20|21)\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    private Instants() {}

    /** @throws InvalidInput instant.malformed */
    static Instant parse(String text) {
        if (ISO.matcher(text).matches()) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                // Falls through to the refusal below: there is no such instant.
            }
        }
        throw new InvalidInput(
                "instant",
                "instant.malformed",
                "An instant is written as 2026-03-02T10:15:30Z, in the years 1900 to 2199.");
    }
}
