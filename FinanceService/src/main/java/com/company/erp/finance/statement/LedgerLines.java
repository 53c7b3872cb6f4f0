package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads postings account by account along the index of accounts and dates, so that a page costs the same anywhere. */
@Component
class LedgerLines {

    private static final UUID NIL = new UUID(0, 0);

    private static final String LINES = """
            SELECT l.id, l.account_id, l.entry_date, l.entry_id, e.number, coalesce(l.text, e.text) AS text,
                   e.document_type, e.document_id, l.debit, l.credit, l.currency, l.amount, l.party_id,
                   ARRAY(SELECT DISTINCT o.account_id FROM entry_lines o
                         WHERE o.company_id = l.company_id AND o.entry_id = l.entry_id
                           AND (o.debit > 0) <> (l.debit > 0) ORDER BY o.account_id) AS contra
            FROM accounts a
            CROSS JOIN LATERAL (
                SELECT x.* FROM entry_lines x
                WHERE x.company_id = a.company_id AND x.account_id = a.id AND x.entry_date BETWEEN :from AND :to
                  AND (a.code > :afterCode OR (x.entry_date, x.id) > (:afterDate, :afterId))
                ORDER BY x.entry_date, x.id LIMIT :limit::bigint) l
            JOIN entries e ON e.company_id = l.company_id AND e.id = l.entry_id
            WHERE a.company_id = :company AND (:account::uuid IS NULL OR a.id = :account::uuid) AND a.code >= :afterCode
            ORDER BY a.code, l.entry_date, l.id LIMIT :limit::bigint""";

    /**
     * Where a page ended, and the balance of its account up to there: the days before and the lines of the day itself.
     */
    private static final String END = """
            SELECT p.id, p.account_id, a.code, p.entry_date,
                   coalesce((SELECT b.debit - b.credit FROM balances_at(p.entry_date - 1) b
                             WHERE b.account_id = p.account_id), 0)
                   + (SELECT sum(l.debit - l.credit) FROM entry_lines l
                      WHERE l.company_id = p.company_id AND l.account_id = p.account_id
                        AND l.entry_date = p.entry_date AND l.id <= p.id) AS balance
            FROM entry_lines p JOIN accounts a ON a.company_id = p.company_id AND a.id = p.account_id
            WHERE p.company_id = :company AND p.id = :id""";

    private final JdbcClient jdbc;

    LedgerLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page ended. */
    record End(UUID id, UUID accountId, String code, LocalDate entryDate, BigDecimal balance) {}

    /** A posting as the database holds it. */
    record Row(
            UUID id,
            AccountId account,
            LocalDate date,
            UUID entry,
            String number,
            String text,
            @Nullable String documentType,
            @Nullable UUID documentId,
            List<UUID> contra,
            BigDecimal debit,
            BigDecimal credit,
            BigDecimal amount,
            String currency,
            @Nullable UUID party) {}

    /** An account with its debits and credits before a span and up to its end. */
    record Sheet(
            UUID id,
            String code,
            String name,
            BigDecimal debitBefore,
            BigDecimal creditBefore,
            BigDecimal debitAtEnd,
            BigDecimal creditAtEnd) {}

    List<Sheet> sheets(Span span) {
        return jdbc.sql("""
                        SELECT a.id, a.code, a.name,
                               coalesce(b.debit, 0) AS debit_before, coalesce(b.credit, 0) AS credit_before,
                               coalesce(e.debit, 0) AS debit_at_end, coalesce(e.credit, 0) AS credit_at_end
                        FROM accounts a
                        LEFT JOIN balances_at(:before::date) b ON b.account_id = a.id
                        LEFT JOIN balances_at(:to::date) e ON e.account_id = a.id
                        WHERE a.company_id = :company ORDER BY a.code""")
                .param("company", Scope.company().value())
                .param("before", span.before())
                .param("to", span.to())
                .query(Sheet.class)
                .list();
    }

    /** @throws InvalidInput cursor.malformed */
    End end(String cursor) {
        UUID id = uuid(cursor);
        return jdbc.sql(END)
                .param("company", Scope.company().value())
                .param("id", id)
                .query(End.class)
                .optional()
                .orElseThrow(LedgerLines::malformed);
    }

    private static UUID uuid(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static InvalidInput malformed() {
        return new InvalidInput("after", "cursor.malformed", "Pass the cursor that the page before answered as next.");
    }

    List<Row> page(@Nullable AccountId account, Span span, @Nullable End after, int size) {
        return lines(account, span, after, size).query(LedgerLines::row).list();
    }

    /** All of them, read in portions. Close the stream. */
    Stream<Row> stream(@Nullable AccountId account, Span span) {
        return lines(account, span, null, null).query(LedgerLines::row).stream();
    }

    private JdbcClient.StatementSpec lines(
            @Nullable AccountId account, Span span, @Nullable End after, @Nullable Integer limit) {
        return jdbc.sql(LINES)
                .param("company", Scope.company().value())
                .param("account", account == null ? null : account.value())
                .param("from", span.first())
                .param("to", span.to())
                .param("afterCode", after == null ? "" : after.code)
                .param("afterDate", after == null ? Span.FIRST : after.entryDate)
                .param("afterId", after == null ? NIL : after.id)
                .param("limit", limit);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("entry_date", LocalDate.class),
                row.getObject("entry_id", UUID.class),
                row.getString("number"),
                row.getString("text"),
                row.getString("document_type"),
                row.getObject("document_id", UUID.class),
                uuids(row.getArray("contra")),
                row.getBigDecimal("debit"),
                row.getBigDecimal("credit"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getObject("party_id", UUID.class));
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }
}
