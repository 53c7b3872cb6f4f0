package com.company.erp.masterdata.tax;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A rate in percent, in force from a day until the next one begins. */
public record DatedRate(
        @NotNull LocalDate validFrom, @NotNull BigDecimal percent) {}
