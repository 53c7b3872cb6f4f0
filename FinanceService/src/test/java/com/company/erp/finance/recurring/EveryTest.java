package com.company.erp.finance.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EveryTest {

    private static List<String> first(Every every, String startsOn, int count) {
        LocalDate start = LocalDate.parse(startsOn);
        List<String> dates = new ArrayList<>(List.of(startsOn));
        for (LocalDate date = start; dates.size() < count; ) {
            date = every.after(date, start);
            dates.add(date.toString());
        }
        return dates;
    }

    @Test
    void what_begins_on_the_31st_falls_on_the_last_day_of_short_months() {
        assertThat(first(Every.MONTH, "2027-12-31", 5))
                .containsExactly("2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30");
        assertThat(first(Every.QUARTER, "2026-11-30", 4))
                .containsExactly("2026-11-30", "2027-02-28", "2027-05-30", "2027-08-30");
        assertThat(first(Every.YEAR, "2028-02-29", 5))
                .containsExactly("2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29");
    }

    @Property
    void the_next_date_is_later_and_the_first_of_the_schedule_that_is(
            @ForAll Every every,
            @ForAll @IntRange(max = 1000) int start,
            @ForAll @IntRange(min = -400, max = 4000) int day) {
        LocalDate startsOn = LocalDate.of(2026, 1, 1).plusDays(start);
        LocalDate date = startsOn.plusDays(day);

        LocalDate next = every.after(date, startsOn);

        LocalDate expected = startsOn;
        for (int i = 1; !expected.isAfter(date); i++) {
            expected = startsOn.plusMonths(i * (every == Every.MONTH ? 1L : every == Every.QUARTER ? 3L : 12L));
        }
        assertThat(next).isEqualTo(expected);
    }
}
