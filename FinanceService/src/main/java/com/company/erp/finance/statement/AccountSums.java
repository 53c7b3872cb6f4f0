package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountType;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up every account over a span and the span it is compared with: one statement, which reads no lines. */
@Component
class AccountSums {

    private static final String SUMS = """
            SELECT a.id, a.code, a.name, a.type, a.parent_id, a.postable,
                   coalesce(b.debit - b.credit, 0) AS opening,
                   coalesce(e.debit, 0) - coalesce(b.debit, 0) AS debit,
                   coalesce(e.credit, 0) - coalesce(b.credit, 0) AS credit,
                   coalesce(cb.debit - cb.credit, 0) AS compared_opening,
                   coalesce(ce.debit, 0) - coalesce(cb.debit, 0) AS compared_debit,
                   coalesce(ce.credit, 0) - coalesce(cb.credit, 0) AS compared_credit
            FROM accounts a
            LEFT JOIN balances_at(:before::date) b ON b.account_id = a.id
            LEFT JOIN balances_at(:to::date) e ON e.account_id = a.id
            LEFT JOIN balances_at(:comparedBefore::date) cb ON cb.account_id = a.id
            LEFT JOIN balances_at(:comparedTo::date) ce ON ce.account_id = a.id
            WHERE a.company_id = :company AND (NOT a.postable OR e.account_id IS NOT NULL OR ce.account_id IS NOT NULL)
            ORDER BY a.code""";

    private final JdbcClient jdbc;

    AccountSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an account held before a span and what moved in it; {@code opening} is debits less credits. */
    record Sums(BigDecimal opening, BigDecimal debit, BigDecimal credit) {

        static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal movement() {
            return debit.subtract(credit);
        }

        BigDecimal closing() {
            return opening.add(movement());
        }

        Sums plus(Sums other) {
            return new Sums(opening.add(other.opening), debit.add(other.debit), credit.add(other.credit));
        }

        boolean isEmpty() {
            return opening.signum() == 0 && debit.signum() == 0 && credit.signum() == 0;
        }
    }

    /** A row of the chart with its sums; a heading has none of its own. */
    record AccountRow(
            AccountId account,
            String code,
            String name,
            AccountType type,
            @Nullable AccountId parent,
            boolean postable,
            Sums sums,
            Sums compared) {

        boolean isEmpty() {
            return sums.isEmpty() && compared.isEmpty();
        }
    }

    /** All headings, and the accounts that were posted to up to the end of either span, by code. */
    List<AccountRow> read(Span span, @Nullable Span compared, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        return jdbc.sql(SUMS)
                .param("company", Scope.company().value())
                .param("before", span.before())
                .param("to", span.to())
                .param("comparedBefore", compared == null ? null : compared.before())
                .param("comparedTo", compared == null ? null : compared.to())
                .query((row, n) -> {
                    UUID parent = row.getObject("parent_id", UUID.class);
                    return new AccountRow(
                            new AccountId(row.getObject("id", UUID.class)),
                            row.getString("code"),
                            row.getString("name"),
                            AccountType.valueOf(row.getString("type")),
                            parent == null ? null : new AccountId(parent),
                            row.getBoolean("postable"),
                            new Sums(
                                    exact(row.getBigDecimal("opening"), decimals),
                                    exact(row.getBigDecimal("debit"), decimals),
                                    exact(row.getBigDecimal("credit"), decimals)),
                            new Sums(
                                    exact(row.getBigDecimal("compared_opening"), decimals),
                                    exact(row.getBigDecimal("compared_debit"), decimals),
                                    exact(row.getBigDecimal("compared_credit"), decimals)));
                })
                .list();
    }

    /** The database keeps four decimals of which the currency uses fewer; nothing is lost. */
    static BigDecimal exact(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    /**
     * The first day of the fiscal year that holds a date, or that would after the last one opened; null before the
     * first.
     */
    @Nullable LocalDate yearStart(LocalDate date) {
        return jdbc.sql("""
                        SELECT CASE WHEN :date <= ends_on THEN starts_on ELSE ends_on + 1 END
                        FROM fiscal_years WHERE company_id = :company AND starts_on <= :date
                        ORDER BY starts_on DESC LIMIT 1""")
                .param("company", Scope.company().value())
                .param("date", date)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
