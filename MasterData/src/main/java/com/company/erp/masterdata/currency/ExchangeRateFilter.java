package com.company.erp.masterdata.currency;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Which rates a list shows; what is absent does not filter. Both days are included. */
public record ExchangeRateFilter(
        @Nullable Currency from,
        @Nullable Currency to,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        ExchangeRateView.@Nullable Source source) {}
