package com.company.erp.masterdata.tax;

import com.company.erp.kernel.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rates of one tax code through time, the earliest first. */
record DatedRates(List<DatedRate> rates) {

    private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(100);
    private static final int RATES_MAX = 100;

    /**
     * @throws InvalidInput tax_code.rates where two begin on one day or there is none, tax_code.rate where one is
     *     outside 0 to 100 percent or has more than 4 decimals or does not fit the kind
     */
    static DatedRates of(TaxKind kind, List<DatedRate> rates) {
        if (rates.isEmpty() || rates.size() > RATES_MAX) {
            throw new InvalidInput("rates", "tax_code.rates", "A tax code has 1 to %d rates.".formatted(RATES_MAX));
        }
        long days = rates.stream().map(DatedRate::validFrom).distinct().count();
        if (days < rates.size()) {
            throw new InvalidInput("rates", "tax_code.rates", "Two rates begin on the same day.");
        }
        List<DatedRate> sorted = new ArrayList<>(rates);
        sorted.sort(Comparator.comparing(DatedRate::validFrom));
        sorted.forEach(rate -> check(kind, rate.percent()));
        return new DatedRates(List.copyOf(sorted));
    }

    Optional<BigDecimal> on(LocalDate date) {
        return rates.reversed().stream()
                .filter(rate -> !rate.validFrom().isAfter(date))
                .findFirst()
                .map(DatedRate::percent);
    }

    private static void check(TaxKind kind, BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(PERCENT_MAX) > 0 || percent.scale() > 4) {
            throw new InvalidInput("rates", "tax_code.rate", "A rate is 0 to 100 percent, with at most 4 decimals.");
        }
        if (!kind.hasRate() && percent.signum() != 0) {
            throw new InvalidInput("rates", "tax_code.rate", "The rate of a code of kind %s is 0.".formatted(kind));
        }
    }
}
