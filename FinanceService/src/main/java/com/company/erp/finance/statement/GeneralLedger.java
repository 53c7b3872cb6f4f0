package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.EntryId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the general ledger: accounts by code, their postings by date, in {@code currency}.
 *
 * @param from null when it begins with the books
 * @param next pass as {@code after} for the next page; null on the last one
 */
public record GeneralLedger(
        @Nullable LocalDate from,
        LocalDate to,
        Currency currency,
        List<Sheet> accounts,
        @Nullable String next) {

    /**
     * What this page shows of one account, between the balances before and after that.
     *
     * @param debit of the whole span, as {@code credit}
     * @param begun whether its postings began on a page before
     * @param goesOn whether they go on on the next page
     */
    public record Sheet(
            AccountId account,
            String code,
            String name,
            BigDecimal broughtForward,
            List<LedgerLine> lines,
            BigDecimal carriedForward,
            BigDecimal debit,
            BigDecimal credit,
            boolean begun,
            boolean goesOn) {}

    /** A posting as one row of a file; debits, credits and the running balance in the base currency. */
    public record FileRow(
            String account,
            String name,
            LocalDate date,
            String number,
            EntryId entry,
            String text,
            List<String> contra,
            BigDecimal debit,
            BigDecimal credit,
            BigDecimal balance,
            BigDecimal amount,
            Currency currency) {}
}
