package com.company.erp.masterdata.currency;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** A rate that is entered by hand: on that day one unit of {@code from} was worth {@code rate} units of {@code to}. */
public record ExchangeRateDraft(
        @NotNull Currency from,
        @NotNull Currency to,
        @NotNull LocalDate date,
        @NotNull BigDecimal rate) {}
