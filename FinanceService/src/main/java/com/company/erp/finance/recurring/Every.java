package com.company.erp.finance.recurring;

import java.time.LocalDate;

/** How often a recurring entry is due. */
public enum Every {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Every(int months) {
        this.months = months;
    }

    /**
     * The first date of the schedule after a given one. Dates are counted from the start, so that what begins on the
     * 31st
     * falls on the last day of a short month and on the 31st again in the next long one.
     */
    LocalDate after(LocalDate date, LocalDate startsOn) {
        long step = 0;
        if (date.isAfter(startsOn)) step = startsOn.until(date).toTotalMonths() / months;
        LocalDate next = startsOn.plusMonths(step * months);
        while (!next.isAfter(date)) next = startsOn.plusMonths(++step * months);
        return next;
    }
}
