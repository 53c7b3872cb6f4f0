package com.company.erp.finance.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the company owns and owes on a date, in {@code currency}. Until a year is closed its result stands as a computed
 * line in equity: that of the fiscal year of the date, and that of all years before.
 */
public record BalanceSheet(
        LocalDate on,
        @Nullable LocalDate comparedOn,
        Currency currency,
        List<StatementLine> lines,
        BigDecimal assets,
        BigDecimal liabilitiesAndEquity) {}
