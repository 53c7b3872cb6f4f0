package com.company.erp.web.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report is compared with, as its form says it.
 *
 * @param compareTo {@code previous-year}, {@code previous-period}, or {@code other} for the dates that follow
 */
record Comparison(
        @Nullable String compareTo,
        @Nullable LocalDate comparedFrom,
        @Nullable LocalDate comparedTo) {

    private static final String OTHER = "other";

    public List<String> choices() {
        return List.of("previous-year", "previous-period", OTHER);
    }

    /** As the doors of reports want it; null to compare with nothing. */
    @Nullable String wanted() {
        if (!OTHER.equals(compareTo)) return compareTo;
        if (comparedTo == null) return null;
        return comparedFrom == null ? comparedTo.toString() : comparedFrom + ".." + comparedTo;
    }
}
