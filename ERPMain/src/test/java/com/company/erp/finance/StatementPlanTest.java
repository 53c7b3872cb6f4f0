package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.statement.Span;
import com.company.erp.finance.statement.Statements;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.Paging;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Two years of 35 000 invoices, so 105 000 lines; the database itself counts how each report read them. */
class StatementPlanTest extends HttpTest {

    /** Triggers are off for speed: the entries need only look like what was posted. */
    private static final String FILL = """
            SET session_replication_role = replica;
            CREATE TEMP TABLE e AS
                SELECT gen_random_uuid() AS id, n, date '2025-01-01' + n %% 730 AS d FROM generate_series(1, 35000) n;
            CREATE TEMP TABLE a AS
                SELECT id, type, row_number() OVER (PARTITION BY type ORDER BY code) AS rn, count(*) OVER (PARTITION BY type) AS n
                FROM accounts WHERE company_id = '%1$s' AND postable;
            INSERT INTO entries SELECT '%1$s', e.id, j.id, y.id, e.n, 'INV-' || e.n, e.d, 'Sale ' || e.n, NULL, 'invoice',
                    e.id, NULL, '%1$s', now(), '', ''
                FROM e JOIN journals j ON j.company_id = '%1$s' AND j.kind = 'SALES'
                JOIN fiscal_years y ON y.company_id = '%1$s' AND e.d BETWEEN y.starts_on AND y.ends_on;
            INSERT INTO entry_lines SELECT '%1$s', gen_random_uuid(), e.id, k, e.d, a.id,
                    CASE WHEN k = 1 THEN 120 ELSE 0 END, CASE k WHEN 2 THEN 100 WHEN 3 THEN 20 ELSE 0 END, 'EUR',
                    CASE k WHEN 1 THEN 120 WHEN 2 THEN -100 ELSE -20 END, NULL,
                    CASE WHEN k > 1 THEN t.id END, CASE k WHEN 2 THEN 'BASE' WHEN 3 THEN 'TAX' END, NULL
                FROM e CROSS JOIN generate_series(1, 3) k
                JOIN a ON a.type = (ARRAY['ASSET', 'INCOME', 'LIABILITY'])[k] AND a.rn = 1 + e.n %% a.n
                JOIN tax_codes t ON t.company_id = '%1$s' AND t.code = 'VAT20';
            INSERT INTO ledger_days SELECT company_id, gen_random_uuid(), account_id, entry_date, sum(debit), sum(credit)
                FROM entry_lines WHERE company_id = '%1$s' GROUP BY 1, 3, 4;
            INSERT INTO ledger_months
                SELECT company_id, gen_random_uuid(), account_id, date_trunc('month', entry_date), sum(debit), sum(credit)
                FROM entry_lines WHERE company_id = '%1$s' GROUP BY 1, 3, 4""";

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private HikariDataSource pool;

    private AccountId bank;

    @BeforeAll
    void fill() throws SQLException {
        api.post("/api/books", Map.of("chart", "general-ifrs", "startsOn", "2025-01-01"))
                .created();
        api.post("/api/fiscal-years", Map.of("startsOn", "2026-01-01")).created();
        bank = AccountId.valueOf(
                api.get("/api/accounts?role=BANK").ok().at("/items/0/id").textValue());
        try (Connection owner = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                var statement = owner.createStatement()) {
            statement.execute(FILL.formatted(company.get("id").textValue()));
            statement.execute("VACUUM ANALYZE entries");
            statement.execute("VACUUM ANALYZE entry_lines");
            statement.execute("VACUUM ANALYZE ledger_days");
            statement.execute("VACUUM ANALYZE ledger_months");
        }
    }

    /** How often a transaction has read a table from end to end, and along an index. */
    private record Scans(long sequential, long byIndex) {}

    private Scans scansOfLinesIn(Runnable report) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        var actor = Actor.system(CompanyId.valueOf(company.get("id").textValue()), "test");
        return Scope.get(
                actor,
                () -> transaction.execute(status -> {
                    assertThat(jdbc.sql("SELECT current_user")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("erp_app");
                    Scans before = scans(); // What the connection did before and has not reported yet.
                    report.run();
                    Scans after = scans();
                    return new Scans(after.sequential - before.sequential, after.byIndex - before.byIndex);
                }));
    }

    private Scans scans() {
        return jdbc.sql("""
                        SELECT seq_scan AS sequential, coalesce(idx_scan, 0) AS by_index
                        FROM pg_stat_xact_user_tables WHERE relname = 'entry_lines'""").query(Scans.class).single();
    }

    @Test
    void trial_balance_balance_sheet_and_income_statement_read_no_lines() {
        var span = new Span(LocalDate.of(2026, 2, 11), LocalDate.of(2026, 11, 20));
        assertThat(scansOfLinesIn(() -> {
                    var balance = statements.trialBalance(span, "previous-year");
                    assertThat(balance.totals().debitBalances()).isPositive();
                    assertThat(balance.totals().debit())
                            .isEqualByComparingTo(balance.totals().credit());
                    var sheet = statements.balanceSheet(span.to(), "previous-year");
                    assertThat(sheet.assets()).isPositive().isEqualByComparingTo(sheet.liabilitiesAndEquity());
                    assertThat(statements
                                    .incomeStatement(null, span.to(), "previous-year")
                                    .result())
                            .isPositive();
                }))
                .isEqualTo(new Scans(0, 0));
    }

    @Test
    void no_report_reads_the_lines_from_end_to_end() {
        var year = new Span(START, END);
        var ever = new Span(null, END);
        var paging = new Paging(50, null, null, null);
        List<Runnable> reports = List.of(
                () -> statements.generalLedger(bank, year, null, 50),
                () -> statements.generalLedger(null, ever, null, 500),
                () -> statements.accountStatement(bank, ever, null, 500),
                () -> statements.journal(year, null, paging),
                () -> statements.tax(new Span(START, LocalDate.of(2026, 3, 31))),
                () -> statements.tax(ever),
                () -> statements.generalLedger(bank, ever, StatementPlanTest::readAll),
                () -> statements.generalLedger(null, year, StatementPlanTest::readAll));
        for (Runnable report : reports) {
            Scans scans = scansOfLinesIn(report);
            assertThat(scans.sequential())
                    .as("report %d", reports.indexOf(report))
                    .isZero();
            assertThat(scans.byIndex()).isPositive();
        }
    }

    private static void readAll(Stream<?> rows) {
        assertThat(rows.mapToLong(row -> 1).sum()).isPositive();
    }
}
