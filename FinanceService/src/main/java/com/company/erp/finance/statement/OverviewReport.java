package com.company.erp.finance.statement;

import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sums of months and what is not yet added to them, and no lines. */
@Component
class OverviewReport {

    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final BaseCurrency base;

    OverviewReport(JdbcClient jdbc, BaseCurrency base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    Overview read(LocalDate on) {
        Currency currency = base.current();
        YearMonth last = YearMonth.from(on);
        YearMonth first = last.minusMonths(MONTHS - 1);
        Map<YearMonth, BigDecimal> sales = sales(first, last);
        List<Overview.Month> all = IntStream.range(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(month -> new Overview.Month(
                        month.atDay(1), new Money(sales.getOrDefault(month, BigDecimal.ZERO), currency)))
                .toList();
        return new Overview(new Money(cash(on), currency), all);
    }

    private BigDecimal cash(LocalDate on) {
        return jdbc.sql("""
                        SELECT coalesce(sum(b.debit - b.credit), 0) FROM balances_at(:on) b
                        JOIN accounts a ON a.company_id = :company AND a.id = b.account_id
                        WHERE a.role IN ('BANK', 'CASH')""")
                .param("company", Scope.company().value())
                .param("on", on)
                .query(BigDecimal.class)
                .single();
    }

    private Map<YearMonth, BigDecimal> sales(YearMonth first, YearMonth last) {
        Map<YearMonth, BigDecimal> sales = new HashMap<>();
        jdbc.sql("""
                        SELECT s.month, sum(s.credit - s.debit) AS amount
                        FROM (SELECT account_id, month, debit, credit FROM ledger_months
                              WHERE company_id = :company AND month BETWEEN :first AND :last
                              UNION ALL
                              SELECT account_id, date_trunc('month', on_date)::date, debit, credit FROM ledger_deltas
                              WHERE company_id = :company AND on_date BETWEEN :first AND :end) s
                        JOIN accounts a ON a.company_id = :company AND a.id = s.account_id
                        WHERE a.type = 'INCOME'
                        GROUP BY s.month ORDER BY s.month""")
                .param("company", Scope.company().value())
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("end", last.atEndOfMonth())
                .query((row, n) ->
                        sales.put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getBigDecimal("amount")))
                .list();
        return sales;
    }
}
