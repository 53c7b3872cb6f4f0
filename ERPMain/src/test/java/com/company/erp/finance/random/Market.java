package com.company.erp.finance.random;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Where trade at random takes place; all by id. */
record Market(List<String> customers, List<String> taxCodes, List<String> terms) {

    static final LocalDate BEGIN = LocalDate.parse("2026-01-12");
    static final LocalDate END = LocalDate.parse("2026-12-20");

    /** The company's own currency half of the time. */
    String currencyOf(Random random) {
        return random.nextBoolean() ? "EUR" : random.nextBoolean() ? "USD" : "JPY";
    }
}
