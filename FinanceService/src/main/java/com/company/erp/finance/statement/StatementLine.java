package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of the balance sheet or the income statement, top to bottom. Amounts grow as the section grows: an asset by
 * its
 * debits, a liability by its credits.
 *
 * @param level how far it is indented; 0 for a section
 * @param lines where the figure comes from
 * @param comparedLines where what it is compared with comes from
 */
public record StatementLine(
        int level,
        Kind kind,
        @Nullable AccountId account,
        @Nullable String code,
        String name,
        BigDecimal amount,
        @Nullable BigDecimal compared,
        @Nullable String lines,
        @Nullable String comparedLines) {

    /** What a line is. A section and a heading show the sum of what stands below them. */
    public enum Kind {
        SECTION,
        HEADING,
        ACCOUNT,
        /** A figure that no account holds, such as the result of a year that is not closed yet. */
        COMPUTED,
        TOTAL
    }
}
