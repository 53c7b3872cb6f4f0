package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal: every entry with its lines, by date. A page takes two statements. */
@Component
class JournalReport {

    private static final String LINES = """
            SELECT l.entry_id, l.line_no, l.account_id, a.code, a.name, l.debit, l.credit, l.party_id, l.tax_code_id, l.text
            FROM entry_lines l JOIN accounts a ON a.company_id = l.company_id AND a.id = l.account_id
            WHERE l.company_id = :company AND l.entry_id = ANY (:entries) ORDER BY l.entry_id, l.line_no""";

    private static final String FILE = """
            SELECT e.entry_date, e.number, j.kind, e.text, e.reason, l.line_no, a.code, a.name, l.debit, l.credit,
                   l.text AS line_text
            FROM entries e
            JOIN journals j ON j.company_id = e.company_id AND j.id = e.journal_id
            CROSS JOIN LATERAL (
                SELECT x.* FROM entry_lines x WHERE x.company_id = e.company_id AND x.entry_id = e.id
                ORDER BY x.line_no) l
            JOIN accounts a ON a.company_id = l.company_id AND a.id = l.account_id
            WHERE e.company_id = :company AND e.entry_date BETWEEN :from AND :to
              AND (:kind::text IS NULL OR j.kind = :kind::text)
            ORDER BY e.entry_date, e.id, l.line_no""";

    private final JdbcClient jdbc;
    private final BaseCurrency base;

    JournalReport(JdbcClient jdbc, BaseCurrency base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    Page<JournalEntry> page(Span span, @Nullable JournalKind journal, Paging paging) {
        Page<JournalEntry> heads = heads(span, journal, paging);
        Map<EntryId, List<JournalEntry.Line>> lines = lines(heads.items());
        return new Page<>(
                heads.items().stream()
                        .map(head -> whole(head, lines.getOrDefault(head.id(), List.of())))
                        .toList(),
                heads.next());
    }

    private Page<JournalEntry> heads(Span span, @Nullable JournalKind journal, Paging paging) {
        return KeysetQuery.of(
                        "e.id, e.entry_date, e.number, j.kind, e.text, e.reason, e.document_type, e.document_id,"
                                + " e.reverses_id, e.posted_at",
                        "entries e JOIN journals j ON j.company_id = e.company_id AND j.id = e.journal_id")
                .filter("e.entry_date >= :from", "from", span.from())
                .filter("e.entry_date <= :to", "to", span.to())
                .filter("j.kind = :journal", "journal", journal)
                .filter("strpos(lower(e.number || ' ' || e.text), lower(:q)) > 0", "q", paging.q())
                .sort("date", "e.entry_date", "date")
                .page(jdbc, paging, "date", JournalReport::head);
    }

    private static JournalEntry head(ResultSet row, int number) throws SQLException {
        UUID document = row.getObject("document_id", UUID.class);
        UUID reverses = row.getObject("reverses_id", UUID.class);
        return new JournalEntry(
                new EntryId(row.getObject("id", UUID.class)),
                row.getObject("entry_date", LocalDate.class),
                row.getString("number"),
                JournalKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("reason"),
                document == null ? null : new DocumentRef(row.getString("document_type"), document),
                reverses == null ? null : new EntryId(reverses),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                BigDecimal.ZERO,
                List.of());
    }

    private static JournalEntry whole(JournalEntry head, List<JournalEntry.Line> lines) {
        BigDecimal total = lines.stream().map(JournalEntry.Line::debit).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new JournalEntry(
                head.id(),
                head.date(),
                head.number(),
                head.journal(),
                head.text(),
                head.reason(),
                head.document(),
                head.reverses(),
                head.postedAt(),
                total,
                lines);
    }

    private Map<EntryId, List<JournalEntry.Line>> lines(List<JournalEntry> entries) {
        Map<EntryId, List<JournalEntry.Line>> lines = new HashMap<>();
        int decimals = base.current().getDefaultFractionDigits();
        jdbc.sql(LINES)
                .param("company", Scope.company().value())
                .param("entries", entries.stream().map(e -> e.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    var entry = new EntryId(row.getObject("entry_id", UUID.class));
                    lines.computeIfAbsent(entry, e -> new ArrayList<>()).add(line(row, decimals));
                });
        return lines;
    }

    private static JournalEntry.Line line(ResultSet row, int decimals) throws SQLException {
        return new JournalEntry.Line(
                row.getInt("line_no"),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                AccountSums.exact(row.getBigDecimal("debit"), decimals),
                AccountSums.exact(row.getBigDecimal("credit"), decimals),
                row.getObject("party_id", UUID.class),
                row.getObject("tax_code_id", UUID.class),
                row.getString("text"));
    }

    void stream(Span span, @Nullable JournalKind journal, Consumer<Stream<JournalEntry.FileRow>> rows) {
        int decimals = base.current().getDefaultFractionDigits();
        try (Stream<JournalEntry.FileRow> all = jdbc
                .sql(FILE)
                .param("company", Scope.company().value())
                .param("from", span.first())
                .param("to", span.to())
                .param("kind", journal == null ? null : journal.name())
                .query((row, n) -> new JournalEntry.FileRow(
                        row.getObject("entry_date", LocalDate.class),
                        row.getString("number"),
                        JournalKind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getString("reason"),
                        row.getInt("line_no"),
                        row.getString("code"),
                        row.getString("name"),
                        AccountSums.exact(row.getBigDecimal("debit"), decimals),
                        AccountSums.exact(row.getBigDecimal("credit"), decimals),
                        row.getString("line_text")))
                .stream()) {
            rows.accept(all);
        }
    }
}
