package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balance of every account that was ever posted to. Amounts are in {@code currency}; openings and closings are
 * debits less credits.
 *
 * @param from null when everything since the books were opened is a movement
 */
public record TrialBalance(
        @Nullable LocalDate from,
        LocalDate to,
        @Nullable LocalDate comparedFrom,
        @Nullable LocalDate comparedTo,
        Currency currency,
        List<Row> rows,
        Totals totals) {

    /** One account; {@code lines} is where its postings are listed, and those that it is compared with. */
    public record Row(
            AccountId account,
            String code,
            String name,
            AccountType type,
            BigDecimal opening,
            BigDecimal debit,
            BigDecimal credit,
            BigDecimal closing,
            @Nullable BigDecimal comparedOpening,
            @Nullable BigDecimal comparedDebit,
            @Nullable BigDecimal comparedCredit,
            @Nullable BigDecimal comparedClosing,
            String lines,
            @Nullable String comparedLines) {}

    /** What the columns add up to: debits equal credits, and debit balances equal credit balances. */
    public record Totals(
            BigDecimal opening,
            BigDecimal debit,
            BigDecimal credit,
            BigDecimal closing,
            BigDecimal debitBalances,
            BigDecimal creditBalances) {}
}
