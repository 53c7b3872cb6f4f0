package com.company.erp.finance.statement;

import com.company.erp.kernel.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days that a report is about, both included.
 *
 * @param from null when the report begins with the books
 */
public record Span(@Nullable LocalDate from, LocalDate to) {

    static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    /** @throws InvalidInput report.dates */
    public Span {
        if (from != null && (from.isAfter(to) || from.isBefore(FIRST)) || to.isBefore(FIRST) || to.isAfter(LAST)) {
            throw new InvalidInput(
                    "to", "report.dates", "A report is from a date to the same or a later one, within 1900 to 2200.");
        }
    }

    /** The first day, also of a span that begins with the books. */
    LocalDate first() {
        return from == null ? FIRST : from;
    }

    /** The day before it begins; null when nothing comes before. */
    @Nullable LocalDate before() {
        return from == null ? null : from.minusDays(1);
    }

    /**
     * What the report is compared with.
     *
     * @param wanted {@code previous-year}, {@code previous-period}, a date, or two dates as {@code
     *     2025-01-01..2025-03-31}
     * @throws InvalidInput report.compare_to
     */
    public @Nullable Span comparedTo(@Nullable String wanted) {
        if (wanted == null) return null;
        return switch (wanted) {
            case "previous-year" -> shifted(12);
            case "previous-period" -> previous();
            default -> parse(wanted);
        };
    }

    /** Whole months are compared with as many whole months before, other spans with as many days. */
    private Span previous() {
        if (from == null) return shifted(1);
        if (from.getDayOfMonth() == 1 && isMonthEnd(to)) {
            return shifted(ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1);
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Span(from.minusDays(days), from.minusDays(1));
    }

    private Span shifted(long months) {
        LocalDate end = to.minusMonths(months);
        return new Span(
                from == null ? null : from.minusMonths(months),
                isMonthEnd(to) ? YearMonth.from(end).atEndOfMonth() : end);
    }

    private static boolean isMonthEnd(LocalDate date) {
        return date.equals(YearMonth.from(date).atEndOfMonth());
    }

    private static Span parse(String text) {
        try {
            int dots = text.indexOf("..");
            if (dots < 0) return new Span(null, LocalDate.parse(text));
            return new Span(LocalDate.parse(text.substring(0, dots)), LocalDate.parse(text.substring(dots + 2)));
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    "compareTo",
                    "report.compare_to",
                    "Compare to previous-year, previous-period, a date, or two dates such as 2025-01-01..2025-03-31.");
        }
    }
}
