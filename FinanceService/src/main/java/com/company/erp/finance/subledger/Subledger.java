package com.company.erp.finance.subledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.ledger.EntryDraft;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.ledger.Ledger;
import com.company.erp.finance.ledger.LineDraft;
import com.company.erp.finance.ledger.Posted;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Open items: opened by what posts to a control account, and settled by allocating credits to debits. */
@Door
public class Subledger {

    private final Ledger ledger;
    private final OpenItems items;
    private final Allocations allocations;
    private final BaseCurrency base;
    private final JdbcClient jdbc;

    Subledger(Ledger ledger, OpenItems items, Allocations allocations, BaseCurrency base, JdbcClient jdbc) {
        this.ledger = ledger;
        this.items = items;
        this.allocations = allocations;
        this.base = base;
        this.jdbc = jdbc;
    }

    /** What a list of items may be narrowed to; {@code open} keeps those that are, or are not, settled yet. */
    public record OpenItemFilter(
            @Nullable UUID party,
            @Nullable UUID document,
            @Nullable Boolean open,
            @Nullable LocalDate dueBefore) {}

    /**
     * Posts an entry and opens the items that its lines on control accounts stand for, which must add up to the same.
     * Like {@link Ledger#post}, this is the last step of the caller's work.
     */
    @Needs("entry.post")
    @Transactional(propagation = Propagation.MANDATORY)
    public Posted post(EntryDraft entry, List<OpenItemDraft> opened) {
        return post(entry, opened, List.of());
    }

    /**
     * {@link #post(EntryDraft, List)} of items that at once settle, or are settled by, others. The difference that this
     * realises is posted first, so that the entry's own series, which many wait for, is held shortest.
     *
     * @throws RuleViolation as {@link #allocate}
     */
    @Needs("entry.post")
    @Transactional(propagation = Propagation.MANDATORY)
    public Posted post(EntryDraft entry, List<OpenItemDraft> opened, List<Pairing> pairings) {
        write(List.of(entry), Map.of(entry.id(), opened));
        if (!pairings.isEmpty()) allocations.make(entry.date(), pairings);
        String number = ledger.number(entry.journal(), List.of(entry)).get(entry.id());
        return new Posted(entry.id(), Objects.requireNonNull(number, "every appended entry has a number"));
    }

    /**
     * Writes the lines and items of many entries, which {@link Ledger#number} then appends in one block. For imports.
     */
    @Needs("entry.post")
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<EntryDraft> entries, Map<EntryId, List<OpenItemDraft>> opened) {
        open(entries, opened);
        ledger.writeThroughSubledger(entries);
    }

    private void open(List<EntryDraft> entries, Map<EntryId, List<OpenItemDraft>> opened) {
        List<Object[]> rows = new ArrayList<>();
        for (EntryDraft entry : entries) {
            List<OpenItemDraft> drafts = opened.getOrDefault(entry.id(), List.of());
            requireEqual(entry, drafts);
            items.open(entry.id(), drafts, rows);
        }
        items.insert(rows);
    }

    /** A line with a party is one on a control account; items and such lines are equal, account by account. */
    private static void requireEqual(EntryDraft entry, List<OpenItemDraft> opened) {
        Map<AccountId, BigDecimal> sums = new HashMap<>();
        for (LineDraft line : entry.lines()) {
            if (line.party() != null) sums.merge(line.account(), line.base().amount(), BigDecimal::add);
        }
        for (OpenItemDraft item : opened) {
            sums.merge(item.account(), item.base().amount().negate(), BigDecimal::add);
        }
        if (sums.values().stream().anyMatch(sum -> sum.signum() != 0)) {
            throw new IllegalStateException("Entry " + entry.id() + " and its open items differ.");
        }
    }

    /**
     * Settles debits with credits of the same party, account and currency. Where the rates of the two differ, the
     * difference on the share that is settled is posted as realised, dated {@code on}.
     *
     * @throws NotFound open_item.unknown
     * @throws RuleViolation allocation.amount, allocation.exceeds_open, allocation.mismatch, allocation.date,
     *     period.locked
     */
    @Needs("allocation.make")
    @Refuses({
        "open_item.unknown",
        "allocation.amount",
        "allocation.exceeds_open",
        "allocation.mismatch",
        "allocation.date",
        "period.locked",
        "period.missing",
        "account_default.missing",
        "account.not_postable"
    })
    public List<AllocationView> allocate(LocalDate on, List<Pairing> pairings) {
        return allocations.make(on, pairings);
    }

    /**
     * Takes an allocation back, with the exchange difference it realised; both items are open again.
     *
     * @throws NotFound allocation.unknown
     * @throws RuleViolation allocation.reversed, allocation.of_reversal, allocation.date, period.locked
     */
    @Needs("allocation.undo")
    @Refuses({
        "allocation.unknown",
        "allocation.reversed",
        "allocation.of_reversal",
        "allocation.date",
        "period.locked",
        "period.missing",
        "account_default.missing",
        "account.not_postable"
    })
    public List<OpenItemView> unallocate(AllocationId id, LocalDate on) {
        return allocations.undo(List.of(id), on);
    }

    /** {@link #unallocate} for everything that a document is allocated to. */
    @Needs("allocation.undo")
    @Transactional(propagation = Propagation.MANDATORY)
    public void unallocateAll(DocumentRef document, LocalDate on) {
        items.lock(document);
        List<AllocationId> made =
                allocations.of(document.id()).stream().map(AllocationView::id).toList();
        if (!made.isEmpty()) allocations.undo(made, on);
    }

    /** The items of a document, by due date. */
    @Needs("open_item.read")
    @Transactional(readOnly = true)
    public List<OpenItemView> items(DocumentRef document) {
        return items.of(document);
    }

    /** The items of some documents, by due date. */
    @Needs("open_item.read")
    @Transactional(readOnly = true)
    public List<OpenItemView> items(Collection<UUID> documents) {
        return items.of(documents);
    }

    /**
     * What is open of a party, by due date: of the given documents, or of all when none is named. The party's items
     * stay locked until the caller's transaction ends; whoever is going to settle locks them first, before documents
     * and series.
     */
    @Needs("open_item.read")
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OpenItemView> lockOpen(UUID party, List<UUID> documents) {
        return items.lockOpen(party, documents);
    }

    /** The items of a document, by due date, locked as by {@link #lockOpen}. */
    @Needs("open_item.read")
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OpenItemView> lock(DocumentRef document) {
        return items.lock(document);
    }

    /** The allocations in force of a document's items, oldest first; none for a document that has no items. */
    @Needs("open_item.read")
    @Transactional(readOnly = true)
    public List<AllocationView> allocationsOf(UUID document) {
        return allocations.of(document);
    }

    @Needs("open_item.read")
    @Transactional(readOnly = true)
    public Page<OpenItemView> list(OpenItemFilter filter, Paging paging) {
        Currency currency = base.current();
        return KeysetQuery.of(OpenItems.COLUMNS, OpenItems.SOURCE)
                .filter("i.party_id = :party", "party", filter.party())
                .filter("i.document_id = :document", "document", filter.document())
                .filter("(i.open_amount <> 0) = :open", "open", filter.open())
                .filter("i.due_date < :dueBefore", "dueBefore", filter.dueBefore())
                .sort("dueDate", "i.due_date", "date")
                .sort("date", "i.item_date", "date")
                .page(jdbc, paging, "dueDate", (row, n) -> OpenItems.view(row, currency));
    }

    /** A control account whose balance is not what its items say; in the base currency. */
    public record ControlDifference(String code, BigDecimal account, BigDecimal items) {}

    /** Proves that every control account equals its open items, by the lines and not by the kept balances. */
    @Needs("ledger.check")
    @Transactional(readOnly = true)
    public List<ControlDifference> check() {
        return jdbc.sql("""
                        SELECT a.code, coalesce(l.balance, 0) AS account, coalesce(i.open, 0) AS items
                        FROM accounts a
                        LEFT JOIN (SELECT account_id, sum(debit - credit) AS balance FROM entry_lines
                                   WHERE company_id = :company GROUP BY account_id) l ON l.account_id = a.id
                        LEFT JOIN (SELECT account_id, sum(open_base) AS open FROM open_items
                                   WHERE company_id = :company GROUP BY account_id) i ON i.account_id = a.id
                        WHERE a.company_id = :company AND a.role IN ('RECEIVABLE', 'PAYABLE')
                          AND coalesce(l.balance, 0) <> coalesce(i.open, 0)
                        ORDER BY a.code""")
                .param("company", Scope.company().value())
                .query(ControlDifference.class)
                .list();
    }
}
