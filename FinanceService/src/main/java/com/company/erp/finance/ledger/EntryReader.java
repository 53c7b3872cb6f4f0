package com.company.erp.finance.ledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads posted entries. */
@Component
public class EntryReader {

    private static final String ENTRY = """
            SELECT e.id, e.number, j.kind, e.entry_date, e.text, e.reason, e.document_type, e.document_id, e.reverses_id,
                   r.id AS reversed_by, e.posted_by, e.posted_at, e.chain_hash
            FROM entries e
            JOIN journals j ON j.company_id = e.company_id AND j.id = e.journal_id
            LEFT JOIN entries r ON r.company_id = e.company_id AND r.reverses_id = e.id
            WHERE e.company_id = :company AND e.id = :id""";

    private static final String SOURCE =
            "entries e JOIN journals j ON j.company_id = e.company_id AND j.id = e.journal_id";

    private final JdbcClient jdbc;
    private final BaseCurrency base;

    EntryReader(JdbcClient jdbc, BaseCurrency base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    /** What the journal may be narrowed to; {@code account} keeps entries with a line on it. */
    public record EntryFilter(
            @Nullable JournalKind journal,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String number,
            @Nullable UUID document,
            @Nullable AccountId account) {}

    /** An entry in a list: its head and the sum of its debits, in the base currency. */
    public record EntryRow(
            EntryId id,
            String number,
            JournalKind journal,
            LocalDate date,
            String text,
            @Nullable DocumentRef document,
            Money total,
            Instant postedAt) {}

    EntryView find(EntryId id) {
        List<EntryView.LineView> lines = lines(id, base.current());
        return jdbc.sql(ENTRY)
                .param("company", Scope.company().value())
                .param("id", id.value())
                .query((row, n) -> view(row, lines))
                .optional()
                .orElseThrow(() -> new NotFound("entry.unknown", "No such entry."));
    }

    private static EntryView view(ResultSet row, List<EntryView.LineView> lines) throws SQLException {
        return new EntryView(
                new EntryId(row.getObject("id", UUID.class)),
                row.getString("number"),
                JournalKind.valueOf(row.getString("kind")),
                row.getObject("entry_date", LocalDate.class),
                row.getString("text"),
                row.getString("reason"),
                document(row),
                entry(row.getObject("reverses_id", UUID.class)),
                entry(row.getObject("reversed_by", UUID.class)),
                row.getObject("posted_by", UUID.class),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                HexFormat.of().formatHex(row.getBytes("chain_hash")),
                lines);
    }

    private static @Nullable DocumentRef document(ResultSet row) throws SQLException {
        UUID id = row.getObject("document_id", UUID.class);
        return id == null ? null : new DocumentRef(row.getString("document_type"), id);
    }

    private static @Nullable EntryId entry(@Nullable UUID id) {
        return id == null ? null : new EntryId(id);
    }

    private List<EntryView.LineView> lines(EntryId id, Currency currency) {
        return jdbc.sql("""
                        SELECT l.line_no, l.account_id, a.code, a.name, l.debit, l.credit, l.currency, l.amount,
                               l.party_id, l.tax_code_id, l.tax_role, l.text
                        FROM entry_lines l JOIN accounts a ON a.company_id = l.company_id AND a.id = l.account_id
                        WHERE l.company_id = :company AND l.entry_id = :id ORDER BY l.line_no""")
                .param("company", Scope.company().value())
                .param("id", id.value())
                .query((row, n) -> new EntryView.LineView(
                        row.getInt("line_no"),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        new Money(row.getBigDecimal("debit"), currency),
                        new Money(row.getBigDecimal("credit"), currency),
                        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
                        row.getObject("party_id", UUID.class),
                        row.getObject("tax_code_id", UUID.class),
                        Optional.ofNullable(row.getString("tax_role"))
                                .map(TaxMark.TaxRole::valueOf)
                                .orElse(null),
                        row.getString("text")))
                .list();
    }

    /** The entry as it was drafted, to be taken back. */
    EntryDraft draft(EntryView entry) {
        List<LineDraft> lines = entry.lines().stream()
                .map(line -> new LineDraft(
                        line.account(),
                        line.amount(),
                        line.debit().minus(line.credit()),
                        line.party(),
                        line.taxCode() == null || line.taxRole() == null
                                ? null
                                : new TaxMark(line.taxCode(), line.taxRole()),
                        line.text()))
                .toList();
        return new EntryDraft(entry.id(), entry.journal(), entry.date(), entry.text(), entry.document(), lines);
    }

    Page<EntryRow> list(EntryFilter filter, Paging paging) {
        Currency currency = base.current();
        return query(filter)
                .page(
                        jdbc,
                        paging,
                        "-date",
                        (row, n) -> new EntryRow(
                                new EntryId(row.getObject("id", UUID.class)),
                                row.getString("number"),
                                JournalKind.valueOf(row.getString("kind")),
                                row.getObject("entry_date", LocalDate.class),
                                row.getString("text"),
                                document(row),
                                new Money(row.getBigDecimal("total"), currency),
                                row.getObject("posted_at", OffsetDateTime.class).toInstant()));
    }

    ListTotals totals(EntryFilter filter) {
        return query(filter).totals(jdbc);
    }

    private static KeysetQuery query(EntryFilter filter) {
        return KeysetQuery.of("""
                        e.id, e.number, j.kind, e.entry_date, e.text, e.document_type, e.document_id, e.posted_at,
                        (SELECT sum(l.debit) FROM entry_lines l
                         WHERE l.company_id = e.company_id AND l.entry_id = e.id) AS total""", SOURCE)
                .filter("j.kind = :journal", "journal", filter.journal())
                .filter("e.entry_date >= :from", "from", filter.from())
                .filter("e.entry_date <= :to", "to", filter.to())
                .filter("e.number = :number", "number", filter.number())
                .filter("e.document_id = :document", "document", filter.document())
                .filter(
                        """
                        EXISTS (SELECT 1 FROM entry_lines l WHERE l.company_id = e.company_id AND l.entry_id = e.id
                                AND l.account_id = :account)""",
                        "account",
                        filter.account() == null ? null : filter.account().value())
                .sort("date", "e.entry_date", "date");
    }
}
