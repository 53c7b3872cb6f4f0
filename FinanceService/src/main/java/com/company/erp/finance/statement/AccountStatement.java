package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened on one account, in {@code currency}: the totals of the whole span, and its postings page by page.
 *
 * @param from null when it begins with the books
 * @param next pass as {@code after} for the next page; null on the last one
 */
public record AccountStatement(
        AccountId account,
        String code,
        String name,
        @Nullable LocalDate from,
        LocalDate to,
        Currency currency,
        BigDecimal opening,
        BigDecimal debit,
        BigDecimal credit,
        BigDecimal closing,
        List<LedgerLine> lines,
        @Nullable String next) {}
