package com.company.erp.finance.ledger;

import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves that the books are what was posted: the chain of every series (also against the heads
 * that were written down elsewhere), the list of series, and the balances. */
@Door
public class LedgerCheck {

    private static final String DIFFERENCES = """
            WITH lines AS (
                SELECT account_id, entry_date, sum(debit) AS debit, sum(credit) AS credit
                FROM entry_lines WHERE company_id = :company GROUP BY account_id, entry_date),
            kept AS (
                SELECT 'DAY' AS kind, account_id, on_date AS date, debit, credit
                FROM ledger_days WHERE company_id = :company
                UNION ALL
                SELECT 'MONTH', account_id, month, debit, credit FROM ledger_months WHERE company_id = :company
                UNION ALL
                SELECT kind, account_id, CASE kind WHEN 'DAY' THEN on_date ELSE date_trunc('month', on_date)::date END,
                       debit, credit
                FROM ledger_deltas, unnest(ARRAY['DAY', 'MONTH']) AS kind WHERE company_id = :company),
            both_sides AS (
                SELECT kind, account_id, date, debit, credit, 0 AS line_debit, 0 AS line_credit FROM kept
                UNION ALL
                SELECT kind, account_id, CASE kind WHEN 'DAY' THEN entry_date
                                                   ELSE date_trunc('month', entry_date)::date END,
                       0, 0, debit, credit
                FROM lines, unnest(ARRAY['DAY', 'MONTH']) AS kind)
            SELECT a.code, b.kind, b.date, sum(b.debit - b.credit) AS kept, sum(b.line_debit - b.line_credit) AS lines
            FROM both_sides b JOIN accounts a ON a.company_id = :company AND a.id = b.account_id
            GROUP BY a.code, b.kind, b.date
            HAVING sum(b.debit) <> sum(b.line_debit) OR sum(b.credit) <> sum(b.line_credit)
            ORDER BY a.code, b.kind, b.date LIMIT 1000""";

    private final JdbcClient jdbc;
    private final SealedHeads heads;

    LedgerCheck(JdbcClient jdbc, SealedHeads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** The first entry of a series that is not what was posted. */
    public record Tampering(
            @Nullable UUID seriesId, @Nullable UUID entryId, String finding) {}

    /**
     * A day or month of an account whose kept balance differs from the sum of its lines; in the base currency.
     *
     * @param kind DAY or MONTH
     */
    public record Difference(String code, String kind, LocalDate date, BigDecimal kept, BigDecimal lines) {}

    /** What a check found; sound when both lists are empty. */
    public record Findings(boolean sound, long entries, List<Tampering> tampered, List<Difference> differences) {}

    /** Checks everything of the company, as of one instant. Reads every line; meant for the night and for doubts. */
    @Needs("ledger.check")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Findings check() {
        List<Tampering> tampered = new ArrayList<>(heads.differences());
        tampered.addAll(jdbc.sql("""
                        SELECT series_id, entry_id, finding FROM ledger_tampered()
                        UNION ALL SELECT s.id, NULL, 'the list of series was changed' FROM series_tampered() s
                        ORDER BY series_id""").query(Tampering.class).list());
        List<Difference> differences = jdbc.sql(DIFFERENCES)
                .param("company", Scope.company().value())
                .query(Difference.class)
                .list();
        long entries = jdbc.sql("SELECT count(*) FROM entries WHERE company_id = :company")
                .param("company", Scope.company().value())
                .query(Long.class)
                .single();
        return new Findings(tampered.isEmpty() && differences.isEmpty(), entries, tampered, differences);
    }
}
