package com.company.erp.masterdata.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatedRatesTest {

    private final DatedRates german = DatedRates.of(
            TaxKind.STANDARD, List.of(rate("2021-01-01", "19"), rate("2007-01-01", "19"), rate("2020-07-01", "16")));

    @Test
    void a_rate_is_in_force_from_its_first_day_until_the_next_begins() {
        assertThat(german.on(LocalDate.parse("2020-06-30"))).contains(new BigDecimal("19"));
        assertThat(german.on(LocalDate.parse("2020-07-01"))).contains(new BigDecimal("16"));
        assertThat(german.on(LocalDate.parse("2020-12-31"))).contains(new BigDecimal("16"));
        assertThat(german.on(LocalDate.parse("2026-03-02"))).contains(new BigDecimal("19"));
    }

    @Test
    void before_the_first_day_there_is_no_rate() {
        assertThat(german.on(LocalDate.parse("2006-12-31"))).isEmpty();
    }

    @Test
    void two_rates_of_one_day_are_refused() {
        List<DatedRate> twice = List.of(rate("2026-01-01", "19"), rate("2026-01-01", "7"));
        assertThatThrownBy(() -> DatedRates.of(TaxKind.STANDARD, twice)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DatedRates.of(TaxKind.STANDARD, List.of())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_rate_fits_its_kind() {
        List<DatedRate> twenty = List.of(rate("2026-01-01", "20"));
        assertThatThrownBy(() -> DatedRates.of(TaxKind.EXEMPT, twenty)).isInstanceOf(InvalidInput.class);
        assertThat(DatedRates.of(TaxKind.REVERSE_CHARGE, twenty).rates()).hasSize(1);
        List<DatedRate> tooMuch = List.of(rate("2026-01-01", "100.01"));
        assertThatThrownBy(() -> DatedRates.of(TaxKind.STANDARD, tooMuch)).isInstanceOf(InvalidInput.class);
    }

    private static DatedRate rate(String from, String percent) {
        return new DatedRate(LocalDate.parse(from), new BigDecimal(percent));
    }
}
