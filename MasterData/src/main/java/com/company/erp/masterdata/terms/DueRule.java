package com.company.erp.masterdata.terms;

import com.company.erp.kernel.InvalidInput;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When a payment falls due, counted from the date of the invoice.
 *
 * @param days 0 to 3 650; their meaning is the kind's
 * @param dayOfMonth 1 to 31 for {@code DAY_OF_MONTH} (31 is the last day of any month), else absent
 */
public record DueRule(Kind kind, int days, @Nullable Integer dayOfMonth) {

    private static final int DAYS_MAX = 3650;

    public enum Kind {
        /** So many days after the invoice. */
        NET,
        /** So many days after the end of the invoice's month. */
        END_OF_MONTH,
        /** On the first such day of a month that is not before so many days after the invoice. */
        DAY_OF_MONTH
    }

    public DueRule {
        if (days < 0 || days > DAYS_MAX) {
            throw new InvalidInput("days", "payment_terms.days", "Days are 0 to %d.".formatted(DAYS_MAX));
        }
        boolean fits = dayOfMonth == null ? kind != Kind.DAY_OF_MONTH : kind == Kind.DAY_OF_MONTH && isDay(dayOfMonth);
        if (!fits) {
            String message = "A day of the month is 1 to 31, and is given for the kind DAY_OF_MONTH only.";
            throw new InvalidInput("dayOfMonth", "payment_terms.day_of_month", message);
        }
    }

    public static DueRule net(int days) {
        return new DueRule(Kind.NET, days, null);
    }

    public static DueRule endOfMonth(int days) {
        return new DueRule(Kind.END_OF_MONTH, days, null);
    }

    public static DueRule dayOfMonth(int dayOfMonth, int days) {
        return new DueRule(Kind.DAY_OF_MONTH, days, dayOfMonth);
    }

    public LocalDate dueDate(LocalDate issueDate) {
        LocalDate later = issueDate.plusDays(days);
        return switch (kind) {
            case NET -> later;
            case END_OF_MONTH -> YearMonth.from(issueDate).atEndOfMonth().plusDays(days);
            case DAY_OF_MONTH -> firstFrom(later, dayOfMonth == null ? 1 : dayOfMonth);
        };
    }

    private static LocalDate firstFrom(LocalDate earliest, int dayOfMonth) {
        YearMonth month = YearMonth.from(earliest);
        LocalDate day = inMonth(month, dayOfMonth);
        return day.isBefore(earliest) ? inMonth(month.plusMonths(1), dayOfMonth) : day;
    }

    private static LocalDate inMonth(YearMonth month, int dayOfMonth) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    private static boolean isDay(int dayOfMonth) {
        return dayOfMonth >= 1 && dayOfMonth <= 31;
    }
}
