package com.company.erp.finance.ledger;

import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
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

    private final JdbcClient jdbc;
    private final SealedHeads heads;

    LedgerCheck(JdbcClient jdbc, SealedHeads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** The first entry of a series that is not what was posted. */
    public record Tampering(
            @Nullable UUID seriesId, @Nullable UUID entryId, String finding) {}

    /** An account whose kept balance differs from the sum of its lines; in the base currency. */
    public record Difference(String code, BigDecimal kept, BigDecimal lines) {}

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
        List<Difference> differences = jdbc.sql("""
                        SELECT a.code, coalesce(k.balance, 0) AS kept, coalesce(l.balance, 0) AS lines
                        FROM accounts a
                        LEFT JOIN (SELECT account_id, sum(debit - credit) AS balance
                                   FROM entry_lines WHERE company_id = :company GROUP BY account_id) l ON l.account_id = a.id
                        LEFT JOIN (SELECT account_id, sum(debit - credit) AS balance FROM (
                                       SELECT account_id, debit, credit FROM ledger_months WHERE company_id = :company
                                       UNION ALL
                                       SELECT account_id, debit, credit FROM ledger_deltas WHERE company_id = :company) d
                                   GROUP BY account_id) k ON k.account_id = a.id
                        LEFT JOIN (SELECT account_id, sum(debit - credit) AS balance FROM (
                                       SELECT account_id, debit, credit FROM ledger_days WHERE company_id = :company
                                       UNION ALL
                                       SELECT account_id, debit, credit FROM ledger_deltas WHERE company_id = :company) d
                                   GROUP BY account_id) d ON d.account_id = a.id
                        WHERE a.company_id = :company
                          AND (coalesce(k.balance, 0) <> coalesce(l.balance, 0)
                               OR coalesce(d.balance, 0) <> coalesce(l.balance, 0))
                        ORDER BY a.code""")
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
