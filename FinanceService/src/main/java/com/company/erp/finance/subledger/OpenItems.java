package com.company.erp.finance.subledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes open items with plain SQL: opened in batches, and locked by party while they are settled. */
@Component
class OpenItems {

    static final String COLUMNS = """
            i.id, i.account_id, i.party_id, i.document_type, i.document_id, i.entry_id, i.item_date, i.due_date,
            i.currency, i.amount, i.base, i.open_amount, i.open_base, i.discount_until, i.discount,
            coalesce(x.number, e.number, '') AS number""";
    static final String SOURCE = """
            open_items i
            LEFT JOIN entries e ON e.company_id = i.company_id AND e.id = i.entry_id
            LEFT JOIN opening_items x ON x.company_id = i.company_id AND x.id = i.document_id""";

    private static final String OPEN = """
            INSERT INTO open_items (company_id, id, account_id, party_id, document_type, document_id, entry_id, item_date,
                due_date, currency, amount, base, open_amount, open_base, discount_until, discount)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    /**
     * One at a time settles the items of a party: which items another one touches is not known before it has read them,
     * so locking them one by one could not keep an order. Several parties are locked in the order of their ids.
     */
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(hashtextextended('open items of ' || :company || ' ' || party_id, 0))::text
            FROM (%s) parties""";

    private static final String SETTLE =
            "UPDATE open_items SET open_amount = ?, open_base = ? WHERE company_id = ? AND id = ?";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final BaseCurrency base;

    OpenItems(JdbcTemplate batches, JdbcClient jdbc, BaseCurrency base) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.base = base;
    }

    void open(EntryId entry, List<OpenItemDraft> drafts, List<Object[]> rows) {
        UUID company = Scope.company().value();
        for (OpenItemDraft item : drafts) rows.add(row(company, entry, item));
    }

    void insert(List<Object[]> rows) {
        if (!rows.isEmpty()) batches.batchUpdate(OPEN, rows);
    }

    private static @Nullable Object[] row(UUID company, EntryId entry, OpenItemDraft item) {
        BigDecimal amount = item.amount().amount();
        BigDecimal base = item.base().amount();
        return new @Nullable Object[] {
            company,
            item.id().value(),
            item.account().value(),
            item.party(),
            item.document().type(),
            item.document().id(),
            entry.value(),
            item.date(),
            item.dueDate(),
            item.amount().currency().getCurrencyCode(),
            amount,
            base,
            amount,
            base,
            item.discountUntil(),
            item.discount() == null ? null : item.discount().amount()
        };
    }

    /** The items, which stay as they are until the transaction ends; see {@link #LOCK}. */
    List<OpenItemView> lock(Collection<UUID> ids) {
        lockPartiesWhere("i.id = ANY (:ids)", ids);
        return byIds(ids);
    }

    List<OpenItemView> lock(DocumentRef document) {
        lockPartiesWhere("i.document_id = ANY (:ids)", List.of(document.id()));
        return of(document);
    }

    void lockAllocated(Collection<UUID> allocations) {
        lockPartiesWhere("""
                i.id IN (SELECT unnest(ARRAY[a.debit_item_id, a.credit_item_id]) FROM allocations a
                         WHERE a.company_id = :company AND a.id = ANY (:ids))""", allocations);
    }

    private void lockPartiesWhere(String condition, Collection<UUID> ids) {
        lockParties(
                "SELECT DISTINCT i.party_id FROM open_items i WHERE i.company_id = :company AND " + condition
                        + " ORDER BY i.party_id",
                ids);
    }

    private void lockParties(String parties, Collection<UUID> ids) {
        jdbc.sql(LOCK.formatted(parties))
                .param("company", Scope.company().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> n)
                .list();
    }

    List<OpenItemView> byIds(Collection<UUID> ids) {
        return select("i.id = ANY (:ids)", ids);
    }

    List<OpenItemView> of(DocumentRef document) {
        return of(List.of(document.id()));
    }

    List<OpenItemView> of(Collection<UUID> documents) {
        return select("i.document_id = ANY (:ids)", documents);
    }

    /** What is open of a party, of these documents or of all when none is named, locked. */
    List<OpenItemView> lockOpen(UUID party, List<UUID> documents) {
        lockParties("SELECT unnest(:ids) AS party_id", List.of(party));
        if (!documents.isEmpty()) {
            return select("i.document_id = ANY (:ids) AND i.open_amount <> 0", documents).stream()
                    .filter(item -> item.party().equals(party))
                    .toList();
        }
        return select("i.party_id = ANY (:ids) AND i.open_amount <> 0", List.of(party));
    }

    private List<OpenItemView> select(String condition, Collection<UUID> ids) {
        Currency currency = base.current();
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + SOURCE + " WHERE i.company_id = :company AND " + condition
                        + " ORDER BY i.due_date, i.id")
                .param("company", Scope.company().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> view(row, currency))
                .list();
    }

    static OpenItemView view(ResultSet row, Currency base) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        BigDecimal discount = row.getBigDecimal("discount");
        return new OpenItemView(
                new OpenItemId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("party_id", UUID.class),
                new DocumentRef(row.getString("document_type"), row.getObject("document_id", UUID.class)),
                new EntryId(row.getObject("entry_id", UUID.class)),
                row.getString("number"),
                row.getObject("item_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                new Money(row.getBigDecimal("amount"), currency),
                new Money(row.getBigDecimal("base"), base),
                new Money(row.getBigDecimal("open_amount"), currency),
                new Money(row.getBigDecimal("open_base"), base),
                row.getObject("discount_until", LocalDate.class),
                discount == null ? null : new Money(discount, currency));
    }

    void settle(Collection<OpenItem> items) {
        UUID company = Scope.company().value();
        List<Object[]> rows = new ArrayList<>();
        for (OpenItem item : items) {
            rows.add(new Object[] {
                item.open().amount(),
                item.openBase().amount(),
                company,
                item.id().value()
            });
        }
        batches.batchUpdate(SETTLE, rows);
    }
}
