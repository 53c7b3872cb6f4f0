package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountType;
import com.company.erp.finance.chart.Chart;
import com.company.erp.finance.chart.DefaultAccount;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.ledger.TaxMark.TaxRole;
import com.company.erp.finance.statement.TaxReport.Direction;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up the taxed lines, from their index alone, and holds the sums against the tax accounts. */
@Component
class TaxReader {

    private static final String SUMS = """
            SELECT t.id AS tax_code, t.code, t.name, t.kind, l.month, l.account_id, l.tax_role, l.amount
            FROM tax_codes t
            CROSS JOIN LATERAL (
                SELECT date_trunc('month', x.entry_date)::date AS month, x.account_id, x.tax_role,
                       sum(x.credit - x.debit) AS amount
                FROM entry_lines x
                WHERE x.company_id = t.company_id AND x.tax_code_id = t.id AND x.entry_date BETWEEN :from AND :to
                GROUP BY 1, 2, 3) l
            WHERE t.company_id = :company
            ORDER BY t.code, l.month, l.account_id, l.tax_role""";

    private static final String ACCOUNTS = """
            SELECT a.id, a.code, a.name, a.type, a.role IS NOT NULL AND a.role = 'TAX' AS for_tax,
                   coalesce(e.credit - e.debit, 0) - coalesce(b.credit - b.debit, 0) AS movement
            FROM accounts a
            LEFT JOIN balances_at(:before::date) b ON b.account_id = a.id
            LEFT JOIN balances_at(:to::date) e ON e.account_id = a.id
            WHERE a.company_id = :company AND (a.role = 'TAX' OR a.id = ANY (:used))
            ORDER BY a.code""";

    private final JdbcClient jdbc;
    private final BaseCurrency base;
    private final Chart chart;

    TaxReader(JdbcClient jdbc, BaseCurrency base, Chart chart) {
        this.jdbc = jdbc;
        this.base = base;
        this.chart = chart;
    }

    private record Sum(
            UUID taxCode,
            String code,
            String name,
            String kind,
            LocalDate month,
            UUID accountId,
            TaxRole taxRole,
            BigDecimal amount) {}

    private record AccountRow(
            UUID id, String code, String name, AccountType type, boolean forTax, BigDecimal movement) {}

    private record Key(UUID taxCode, Direction direction) {}

    TaxReport read(Span span) {
        int decimals = base.current().getDefaultFractionDigits();
        BigDecimal zero = BigDecimal.ZERO.setScale(decimals);
        List<Sum> sums = sums(span);
        Map<UUID, AccountRow> accounts = accounts(span, sums);
        Map<Key, List<Sum>> groups = new LinkedHashMap<>();
        Directions directions = directions(accounts);
        for (Sum sum : sums) {
            groups.computeIfAbsent(new Key(sum.taxCode, directions.of(sum)), k -> new ArrayList<>())
                    .add(sum);
        }
        List<TaxReport.Row> rows = groups.entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue(), span, zero))
                .toList();
        BigDecimal output = tax(rows, Direction.OUTPUT, zero);
        BigDecimal input = tax(rows, Direction.INPUT, zero);
        return new TaxReport(
                span.from(),
                span.to(),
                base.current(),
                rows,
                output,
                input,
                output.subtract(input),
                reconciled(sums, accounts, span, zero));
    }

    private List<Sum> sums(Span span) {
        return jdbc.sql(SUMS)
                .param("company", Scope.company().value())
                .param("from", span.first())
                .param("to", span.to())
                .query(Sum.class)
                .list();
    }

    private Map<UUID, AccountRow> accounts(Span span, List<Sum> sums) {
        Map<UUID, AccountRow> accounts = new LinkedHashMap<>();
        jdbc.sql(ACCOUNTS)
                .param("company", Scope.company().value())
                .param("before", span.before())
                .param("to", span.to())
                .param("used", sums.stream().map(Sum::accountId).distinct().toArray(UUID[]::new))
                .query(AccountRow.class)
                .list()
                .forEach(account -> accounts.put(account.id, account));
        return accounts;
    }

    /** Tells sales from purchases: by the account that the tax code is set to use, else by the kind of account. */
    private record Directions(Map<UUID, AccountRow> accounts, Set<UUID> inputs, Set<UUID> outputs) {

        Direction of(Sum sum) {
            UUID account = sum.accountId;
            if (sum.taxRole == TaxRole.TAX && inputs.contains(account) != outputs.contains(account)) {
                return inputs.contains(account) ? Direction.INPUT : Direction.OUTPUT;
            }
            AccountType type = Objects.requireNonNull(accounts.get(account), "read for the sums").type;
            return type == AccountType.ASSET || type == AccountType.EXPENSE ? Direction.INPUT : Direction.OUTPUT;
        }
    }

    private Directions directions(Map<UUID, AccountRow> accounts) {
        List<Chart.DefaultView> defaults = chart.defaults();
        return new Directions(
                accounts, used(defaults, DefaultAccount.INPUT_TAX), used(defaults, DefaultAccount.OUTPUT_TAX));
    }

    private static Set<UUID> used(List<Chart.DefaultView> defaults, DefaultAccount key) {
        return defaults.stream()
                .filter(d -> d.key() == key)
                .map(d -> d.account().value())
                .collect(Collectors.toSet());
    }

    private static TaxReport.Row row(Key key, List<Sum> sums, Span span, BigDecimal zero) {
        Map<LocalDate, List<Sum>> byMonth =
                sums.stream().collect(Collectors.groupingBy(Sum::month, LinkedHashMap::new, Collectors.toList()));
        var months = new ArrayList<TaxReport.Month>();
        byMonth.forEach((month, own) -> months.add(new TaxReport.Month(
                span.from() != null && span.from().isAfter(month) ? span.from() : month,
                earlier(YearMonth.from(month).atEndOfMonth(), span.to()),
                total(own, TaxRole.BASE, key.direction, zero),
                total(own, TaxRole.TAX, key.direction, zero))));
        Sum first = sums.getFirst();
        return new TaxReport.Row(
                key.taxCode,
                first.code,
                first.name,
                first.kind,
                key.direction,
                total(sums, TaxRole.BASE, key.direction, zero),
                total(sums, TaxRole.TAX, key.direction, zero),
                months);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static BigDecimal total(List<Sum> sums, TaxRole role, Direction direction, BigDecimal zero) {
        BigDecimal credits = sums.stream()
                .filter(sum -> sum.taxRole == role)
                .map(sum -> AccountSums.exact(sum.amount, zero.scale()))
                .reduce(zero, BigDecimal::add);
        return direction == Direction.OUTPUT ? credits : credits.negate();
    }

    private static BigDecimal tax(List<TaxReport.Row> rows, Direction direction, BigDecimal zero) {
        return rows.stream()
                .filter(row -> row.direction() == direction)
                .map(TaxReport.Row::tax)
                .reduce(zero, BigDecimal::add);
    }

    private static List<TaxReport.TaxAccount> reconciled(
            List<Sum> sums, Map<UUID, AccountRow> accounts, Span span, BigDecimal zero) {
        Map<UUID, BigDecimal> reported = new HashMap<>();
        for (Sum sum : sums) {
            if (sum.taxRole == TaxRole.TAX) reported.merge(sum.accountId, sum.amount, BigDecimal::add);
        }
        var rows = new ArrayList<TaxReport.TaxAccount>();
        for (AccountRow account : accounts.values()) {
            BigDecimal marked = AccountSums.exact(reported.getOrDefault(account.id, zero), zero.scale());
            // Of an account that is not meant for tax, only what lines say is tax is compared.
            BigDecimal movement = account.forTax ? AccountSums.exact(account.movement, zero.scale()) : marked;
            if (movement.signum() == 0 && marked.signum() == 0) continue;
            var id = new AccountId(account.id);
            rows.add(new TaxReport.TaxAccount(
                    id,
                    account.code,
                    account.name,
                    movement,
                    marked,
                    movement.subtract(marked),
                    Links.lines(id, span)));
        }
        return rows;
    }
}
