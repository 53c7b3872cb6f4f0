package com.company.erp.finance.subledger;

import com.company.erp.finance.ledger.EntryId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of allocations, which are only ever added to. */
@Component
class AllocationRows {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    AllocationRows(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    record NewRow(
            AllocationId id,
            OpenItemId debit,
            OpenItemId credit,
            LocalDate on,
            Money amount,
            Money debitBase,
            Money creditBase,
            @Nullable AllocationId reverses) {}

    record MadeRow(
            UUID id,
            UUID debitItemId,
            UUID creditItemId,
            LocalDate allocatedOn,
            BigDecimal amount,
            BigDecimal debitBase,
            BigDecimal creditBase,
            boolean reversed) {}

    /** @param entry books the exchange difference of them all, if there is one */
    void insert(List<NewRow> rows, @Nullable EntryId entry) {
        UUID company = Scope.company().value();
        List<Object[]> values = new ArrayList<>();
        for (NewRow row : rows) {
            values.add(new @Nullable Object[] {
                company,
                row.id().value(),
                row.debit().value(),
                row.credit().value(),
                row.on(),
                row.amount().amount(),
                row.debitBase().amount(),
                row.creditBase().amount(),
                entry == null ? null : entry.value(),
                row.reverses() == null ? null : row.reverses().value()
            });
        }
        batches.batchUpdate("""
                INSERT INTO allocations (company_id, id, debit_item_id, credit_item_id, allocated_on, amount, debit_base,
                                         credit_base, entry_id, reverses_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values);
    }

    /** Those of the allocations that were made, and not those that take one back. */
    List<MadeRow> made(Collection<UUID> ids) {
        return jdbc.sql("""
                        SELECT a.id, a.debit_item_id, a.credit_item_id, a.allocated_on, a.amount, a.debit_base,
                               a.credit_base, r.id IS NOT NULL AS reversed
                        FROM allocations a
                        LEFT JOIN allocations r ON r.company_id = a.company_id AND r.reverses_id = a.id
                        WHERE a.company_id = :company AND a.id = ANY (:ids) AND a.reverses_id IS NULL ORDER BY a.id""")
                .param("company", Scope.company().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(MadeRow.class)
                .list();
    }

    /**
     * The most that was allocated of each item on any day from {@code on}. What was allocated and taken back again
     * counts for the days between.
     */
    Map<OpenItemId, BigDecimal> peaks(Collection<OpenItemId> items, LocalDate on) {
        Map<OpenItemId, BigDecimal> peaks = new HashMap<>();
        jdbc.sql("""
                        WITH moves AS (
                            SELECT debit_item_id AS item, allocated_on, amount FROM allocations
                            WHERE company_id = :company AND debit_item_id = ANY (:items)
                            UNION ALL
                            SELECT credit_item_id, allocated_on, amount FROM allocations
                            WHERE company_id = :company AND credit_item_id = ANY (:items)),
                        days AS (
                            SELECT item, sum(sum(amount)) OVER days_of_item AS allocated,
                                   lead(allocated_on) OVER days_of_item AS until
                            FROM moves GROUP BY item, allocated_on
                            WINDOW days_of_item AS (PARTITION BY item ORDER BY allocated_on))
                        SELECT item, max(allocated) AS peak FROM days WHERE until IS NULL OR until > :on GROUP BY item""")
                .param("company", Scope.company().value())
                .param("items", items.stream().map(OpenItemId::value).toArray(UUID[]::new))
                .param("on", on)
                .query(row -> {
                    peaks.put(new OpenItemId(row.getObject("item", UUID.class)), row.getBigDecimal("peak"));
                });
        return peaks;
    }

    List<AllocationView> inForce(UUID document, Currency base) {
        return jdbc.sql("""
                        SELECT a.id, a.debit_item_id, d.document_type AS debit_type, d.document_id AS debit_document,
                               a.credit_item_id, c.document_type AS credit_type, c.document_id AS credit_document,
                               a.allocated_on, a.amount, d.currency, a.credit_base - a.debit_base AS gain
                        FROM allocations a
                        JOIN open_items d ON d.company_id = a.company_id AND d.id = a.debit_item_id
                        JOIN open_items c ON c.company_id = a.company_id AND c.id = a.credit_item_id
                        WHERE a.company_id = :company AND a.reverses_id IS NULL
                          AND (d.document_id = :document OR c.document_id = :document)
                          AND NOT EXISTS (SELECT 1 FROM allocations r
                                          WHERE r.company_id = a.company_id AND r.reverses_id = a.id)
                        ORDER BY a.id""")
                .param("company", Scope.company().value())
                .param("document", document)
                .query((row, n) -> new AllocationView(
                        new AllocationId(row.getObject("id", UUID.class)),
                        new OpenItemId(row.getObject("debit_item_id", UUID.class)),
                        new DocumentRef(row.getString("debit_type"), row.getObject("debit_document", UUID.class)),
                        new OpenItemId(row.getObject("credit_item_id", UUID.class)),
                        new DocumentRef(row.getString("credit_type"), row.getObject("credit_document", UUID.class)),
                        row.getObject("allocated_on", LocalDate.class),
                        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
                        new Money(row.getBigDecimal("gain"), base)))
                .list();
    }

    /** What is open now of each document, and what settles it. */
    List<DocumentSettled> settled(Collection<DocumentRef> documents, LocalDate on) {
        return jdbc.sql("""
                        SELECT i.document_type, i.document_id, i.currency, sum(i.open_amount) AS open,
                               array_agg(DISTINCT s.types) FILTER (WHERE s.types IS NOT NULL) AS settled_by
                        FROM open_items i
                        LEFT JOIN LATERAL (
                            SELECT string_agg(DISTINCT o.document_type, ',') AS types
                            FROM allocations a
                            JOIN open_items o ON o.company_id = a.company_id
                             AND o.id = CASE WHEN a.debit_item_id = i.id THEN a.credit_item_id ELSE a.debit_item_id END
                            WHERE a.company_id = i.company_id AND (a.debit_item_id = i.id OR a.credit_item_id = i.id)
                              AND a.reverses_id IS NULL AND NOT EXISTS (
                                  SELECT 1 FROM allocations r WHERE r.company_id = a.company_id AND r.reverses_id = a.id)
                            ) s ON true
                        WHERE i.company_id = :company AND i.document_id = ANY (:documents)
                        GROUP BY i.document_type, i.document_id, i.currency ORDER BY i.document_id""")
                .param("company", Scope.company().value())
                .param("documents", documents.stream().map(DocumentRef::id).toArray(UUID[]::new))
                .query((row, n) -> new DocumentSettled(
                        new DocumentRef(row.getString("document_type"), row.getObject("document_id", UUID.class)),
                        new Money(row.getBigDecimal("open"), Currency.getInstance(row.getString("currency"))),
                        types(row.getArray("settled_by")),
                        on))
                .list();
    }

    private static Set<String> types(java.sql.@Nullable Array array) throws SQLException {
        if (array == null) return Set.of();
        return Arrays.stream((String[]) array.getArray())
                .flatMap(types -> Arrays.stream(types.split(",")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
