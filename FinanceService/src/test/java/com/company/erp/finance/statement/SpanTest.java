package com.company.erp.finance.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.InvalidInput;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    private static Span span(String from, String to) {
        return new Span(from == null ? null : LocalDate.parse(from), LocalDate.parse(to));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-12-31, previous-year, 2025-01-01, 2025-12-31",
        "2028-02-01, 2028-02-29, previous-year, 2027-02-01, 2027-02-28",
        "2027-02-01, 2027-02-28, previous-period, 2027-01-01, 2027-01-31",
        "2026-04-01, 2026-06-30, previous-period, 2026-01-01, 2026-03-31",
        "2026-04-11, 2026-04-20, previous-period, 2026-04-01, 2026-04-10",
        "          , 2026-03-31, previous-period,           , 2026-02-28",
        "          , 2027-02-28, previous-year,             , 2026-02-28",
        "2026-04-01, 2026-06-30, 2024-01-01..2024-03-31, 2024-01-01, 2024-03-31",
        "          , 2026-06-30, 2024-03-31,                , 2024-03-31"
    })
    void whole_months_are_compared_with_whole_months_and_days_with_days(
            String from, String to, String wanted, String comparedFrom, String comparedTo) {
        assertThat(span(from, to).comparedTo(wanted)).isEqualTo(span(comparedFrom, comparedTo));
    }

    @Test
    void no_comparison_is_wanted_when_none_is_named() {
        assertThat(span(null, "2026-12-31").comparedTo(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"''", "last-year", "2025-13-01", "2025-01-01..", "2025-01-01..2025-02-30"})
    void another_word_is_refused(String wanted) {
        assertThatThrownBy(() -> span(null, "2026-12-31").comparedTo(wanted))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("previous-year");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01, 2026-01-31", "1899-12-31, 2026-01-31", ", 2201-01-01"})
    void dates_run_forward_within_the_centuries_of_a_business(String from, String to) {
        assertThatThrownBy(() -> span(from, to)).isInstanceOf(InvalidInput.class);
    }
}
