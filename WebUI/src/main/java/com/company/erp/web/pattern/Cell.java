package com.company.erp.web.pattern;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of a table as it is shown.
 *
 * @param label the name of its column, which a phone shows beside it
 * @param unit what stands muted behind a figure, such as EUR
 * @param href where it leads
 * @param tone what its colour says: draft, open, done or late
 */
public record Cell(
        Kind kind,
        String label,
        String text,
        @Nullable String unit,
        @Nullable String href,
        @Nullable String tone) {

    private static final Map<String, String> TONES = Map.ofEntries(
            Map.entry("ISSUED", "open"),
            Map.entry("POSTED", "open"),
            Map.entry("OPEN", "open"),
            Map.entry("RUNNING", "open"),
            Map.entry("PAID", "done"),
            Map.entry("CREDITED", "done"),
            Map.entry("ACTIVE", "done"),
            Map.entry("DONE", "done"),
            Map.entry("OVERDUE", "late"),
            Map.entry("REVERSED", "late"),
            Map.entry("FAILED", "late"),
            Map.entry("LOCKED", "late"));

    /** The tone of a status: grey unless it says something. */
    public static String tone(String status) {
        return TONES.getOrDefault(status, "draft");
    }
}
