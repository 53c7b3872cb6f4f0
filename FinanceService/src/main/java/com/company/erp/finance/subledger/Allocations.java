package com.company.erp.finance.subledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountMap;
import com.company.erp.finance.chart.Chart;
import com.company.erp.finance.chart.DefaultAccount;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.ledger.EntryDraft;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.ledger.Ledger;
import com.company.erp.finance.ledger.LineDraft;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Settles items with one another and books what the exchange rates made of it. */
@Component
class Allocations {

    private final OpenItems items;
    private final AllocationRows rows;
    private final Ledger ledger;
    private final Chart chart;
    private final BaseCurrency base;
    private final ApplicationEventPublisher events;

    Allocations(
            OpenItems items,
            AllocationRows rows,
            Ledger ledger,
            Chart chart,
            BaseCurrency base,
            ApplicationEventPublisher events) {
        this.items = items;
        this.rows = rows;
        this.ledger = ledger;
        this.chart = chart;
        this.base = base;
        this.events = events;
    }

    /** Where an exchange difference arises. Its amount is positive when the company gained. */
    private record Difference(AccountId account, UUID party) {}

    List<AllocationView> make(LocalDate on, List<Pairing> pairings) {
        Map<OpenItemId, OpenItem> locked = settling(items.lock(pairings.stream()
                .flatMap(p -> Stream.of(p.debit().value(), p.credit().value()))
                .collect(Collectors.toSet())));
        EntryId entry = EntryId.next();
        List<AllocationView> made = new ArrayList<>();
        List<AllocationRows.NewRow> written = new ArrayList<>();
        Map<Difference, Money> differences = new LinkedHashMap<>();
        for (Pairing pairing : pairings) {
            OpenItem debit = get(locked, pairing.debit());
            OpenItem credit = get(locked, pairing.credit());
            check(debit, credit, pairing.amount(), on);
            Money debitBase = debit.take(pairing.amount());
            Money creditBase = credit.take(pairing.amount());
            Money gain = creditBase.minus(debitBase);
            if (!gain.isZero()) differences.merge(new Difference(debit.account(), debit.party()), gain, Money::plus);
            var view = new AllocationView(
                    AllocationId.next(),
                    debit.id(),
                    debit.document(),
                    credit.id(),
                    credit.document(),
                    on,
                    pairing.amount(),
                    gain);
            made.add(view);
            written.add(new AllocationRows.NewRow(
                    view.id(), debit.id(), credit.id(), on, pairing.amount(), debitBase, creditBase, null));
        }
        checkEveryDay(on, locked);
        settle(on, locked, written, entry, differences);
        return made;
    }

    /** On no day is an item settled twice: what was allocated and then taken back counts for the days between. */
    private void checkEveryDay(LocalDate on, Map<OpenItemId, OpenItem> taken) {
        rows.peaks(taken.keySet(), on).forEach((id, peak) -> {
            if (get(taken, id).isOverdrawn(peak)) {
                throw new RuleViolation(
                        "allocation.date",
                        "On a day after %s it was settled already, until that was taken back; date this after that."
                                .formatted(on));
            }
        });
    }

    List<OpenItemView> undo(List<AllocationId> ids, LocalDate on) {
        List<UUID> wanted = ids.stream().map(AllocationId::value).toList();
        items.lockAllocated(wanted);
        List<AllocationRows.MadeRow> made = rows.made(wanted);
        if (made.size() < ids.size()) throw new NotFound("allocation.unknown", "No such allocation.");
        Set<UUID> touched = new HashSet<>();
        made.forEach(row -> touched.addAll(List.of(row.debitItemId(), row.creditItemId())));
        Map<OpenItemId, OpenItem> locked = settling(items.byIds(touched));
        EntryId entry = EntryId.next();
        List<AllocationRows.NewRow> written = new ArrayList<>();
        Map<Difference, Money> differences = new LinkedHashMap<>();
        for (AllocationRows.MadeRow row : made) {
            if (row.reversed()) throw new RuleViolation("allocation.reversed", "It was taken back already.");
            if (on.isBefore(row.allocatedOn())) {
                throw new RuleViolation("allocation.date", "An allocation is not taken back before its own date.");
            }
            OpenItem debit = get(locked, new OpenItemId(row.debitItemId()));
            OpenItem credit = get(locked, new OpenItemId(row.creditItemId()));
            if (debit.document().equals(credit.document())) {
                throw new RuleViolation("allocation.of_reversal", "A payment and its reversal stay settled.");
            }
            Money amount = new Money(row.amount(), debit.open().currency());
            Money debitBase = new Money(row.debitBase(), base.current());
            Money creditBase = new Money(row.creditBase(), base.current());
            debit.giveBack(amount, debitBase);
            credit.giveBack(amount, creditBase);
            Money loss = debitBase.minus(creditBase);
            if (!loss.isZero()) differences.merge(new Difference(debit.account(), debit.party()), loss, Money::plus);
            written.add(new AllocationRows.NewRow(
                    AllocationId.next(),
                    debit.id(),
                    credit.id(),
                    on,
                    amount.negate(),
                    debitBase.negate(),
                    creditBase.negate(),
                    new AllocationId(row.id())));
        }
        settle(on, locked, written, entry, differences);
        return items.byIds(touched);
    }

    private static Map<OpenItemId, OpenItem> settling(List<OpenItemView> items) {
        return items.stream().map(OpenItem::new).collect(Collectors.toMap(OpenItem::id, Function.identity()));
    }

    private static OpenItem get(Map<OpenItemId, OpenItem> locked, OpenItemId id) {
        OpenItem item = locked.get(id);
        if (item == null) throw new NotFound("open_item.unknown", "No such open item.");
        return item;
    }

    private static void check(OpenItem debit, OpenItem credit, Money amount, LocalDate on) {
        boolean alike = debit.party().equals(credit.party())
                && debit.account().equals(credit.account())
                && debit.open().currency().equals(credit.open().currency())
                && debit.open().currency().equals(amount.currency());
        if (!alike || !debit.isDebit() || credit.isDebit()) {
            throw new RuleViolation(
                    "allocation.mismatch", "A debit is settled by a credit of the same party, account and currency.");
        }
        if (!amount.isPositive()) throw new RuleViolation("allocation.amount", "An allocation is more than zero.");
        if (amount.isGreaterThan(debit.open())
                || amount.isGreaterThan(credit.open().abs())) {
            throw new RuleViolation(
                    "allocation.exceeds_open",
                    "Only %s is open, and %s of the credit."
                            .formatted(debit.open(), credit.open().abs()));
        }
        if (on.isBefore(debit.date()) || on.isBefore(credit.date())) {
            throw new RuleViolation("allocation.date", "An allocation is not dated before what it settles.");
        }
    }

    /** Tells the owners first and posts the difference last, so that the series is held as short as can be. */
    private void settle(
            LocalDate on,
            Map<OpenItemId, OpenItem> touched,
            List<AllocationRows.NewRow> written,
            EntryId entry,
            Map<Difference, Money> differences) {
        differences.values().removeIf(Money::isZero);
        items.settle(touched.values());
        rows.insert(written, differences.isEmpty() ? null : entry);
        Set<DocumentRef> documents =
                touched.values().stream().map(OpenItem::document).collect(Collectors.toSet());
        rows.settled(documents, on).forEach(events::publishEvent);
        if (differences.isEmpty()) return;
        DocumentRef document = touched.values().iterator().next().document();
        ledger.postThroughSubledger(differenceEntry(on, entry, document, differences));
    }

    private EntryDraft differenceEntry(
            LocalDate on, EntryId entry, @Nullable DocumentRef document, Map<Difference, Money> differences) {
        AccountMap map = chart.map();
        List<LineDraft> lines = new ArrayList<>();
        differences.forEach((where, gain) -> {
            lines.add(new LineDraft(where.account(), gain, gain, where.party(), null, null));
            var account = map.of(gain.isPositive() ? DefaultAccount.EXCHANGE_GAIN : DefaultAccount.EXCHANGE_LOSS);
            lines.add(LineDraft.of(account, gain.negate()));
        });
        return new EntryDraft(entry, JournalKind.EXCHANGE, on, "Exchange difference", document, lines);
    }

    List<AllocationView> of(UUID document) {
        return rows.inForce(document, base.current());
    }
}
