package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountType;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.statement.AccountSums.AccountRow;
import com.company.erp.finance.statement.AccountSums.Sums;
import com.company.erp.finance.statement.Section.Figure;
import com.company.erp.finance.statement.StatementLine.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class IncomeStatementReport {

    private final AccountSums sums;
    private final BaseCurrency base;

    IncomeStatementReport(AccountSums sums, BaseCurrency base) {
        this.sums = sums;
        this.base = base;
    }

    /** Without {@code from}, of all years up to the date. */
    IncomeStatement read(Span span, @Nullable Span other) {
        Currency currency = base.current();
        BigDecimal zero = BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits());
        List<AccountRow> chart = sums.read(span, other, currency);
        var income = new Section(AccountType.INCOME, chart, Sums::movement, span, other, zero);
        var expense = new Section(AccountType.EXPENSE, chart, Sums::movement, span, other, zero);
        Figure result = income.total().minus(expense.total());
        BigDecimal comparedResult = other == null ? null : result.compared();

        var lines = new ArrayList<StatementLine>();
        lines.addAll(income.lines("Income", List.of()));
        lines.addAll(expense.lines("Expenses", List.of()));
        lines.add(new StatementLine(0, Kind.TOTAL, null, null, "Result", result.amount(), comparedResult, null, null));
        return new IncomeStatement(
                span.from(),
                span.to(),
                other == null ? null : other.from(),
                other == null ? null : other.to(),
                currency,
                lines,
                result.amount(),
                comparedResult);
    }
}
