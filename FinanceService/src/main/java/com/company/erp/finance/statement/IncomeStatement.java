package com.company.erp.finance.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the company earned and spent between two dates, in {@code currency}.
 *
 * @param from null for everything up to {@code to}
 */
public record IncomeStatement(
        @Nullable LocalDate from,
        LocalDate to,
        @Nullable LocalDate comparedFrom,
        @Nullable LocalDate comparedTo,
        Currency currency,
        List<StatementLine> lines,
        BigDecimal result,
        @Nullable BigDecimal comparedResult) {}
