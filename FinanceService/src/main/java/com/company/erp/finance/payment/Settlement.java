package com.company.erp.finance.payment;

import com.company.erp.finance.ledger.EntryDraft;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.ledger.EntryView;
import com.company.erp.finance.ledger.Ledger;
import com.company.erp.finance.ledger.LineDraft;
import com.company.erp.finance.ledger.TaxMark;
import com.company.erp.finance.subledger.OpenItemDraft;
import com.company.erp.finance.subledger.OpenItemId;
import com.company.erp.finance.subledger.OpenItemView;
import com.company.erp.finance.subledger.Pairing;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds which open items a payment settles, and by how much. Items of one document are settled as they fall due. */
@Component
class Settlement {

    private final Subledger subledger;
    private final Ledger ledger;
    private final JdbcClient jdbc;

    Settlement(Subledger subledger, Ledger ledger, JdbcClient jdbc) {
        this.subledger = subledger;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** What of which item is settled. */
    private record Part(OpenItemView item, Money amount) {}

    /** All that a payment settles, and what it leaves. */
    record Plan(List<Part> parts, Money rest) {

        /** The pairings with the payment's own item, which is a credit for a receipt and a debit for a refund. */
        List<Pairing> pairings(OpenItemId own) {
            return parts.stream()
                    .map(part -> part.item.amount().isPositive()
                            ? new Pairing(part.item.id(), own, part.amount)
                            : new Pairing(own, part.item.id(), part.amount))
                    .toList();
        }
    }

    /** The entry, item and pairing that take a payment back. */
    record Reversal(EntryDraft entry, OpenItemDraft item, Pairing pairing) {}

    Plan plan(UUID customer, LocalDate on, List<Share> shares, Money amount, boolean oldestFirst) {
        List<OpenItemView> locked =
                oldestFirst ? subledger.lockOpen(customer, List.of()) : openDocuments(customer, shares);
        var open = new Remaining(customer, locked);
        List<Part> parts = new ArrayList<>();
        Money rest = amount;
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            checkShare(share, amount, "shares[" + i + "]");
            rest = rest.minus(share.amount());
            List<OpenItemView> items = open.of(share.document());
            if (share.discount() != null && share.discount().isPositive()) checkDiscount(items, share, on);
            parts.addAll(open.take(items, share.total(), true));
        }
        if (rest.isNegative()) {
            throw new RuleViolation("payment.rest", "The shares are " + rest.abs() + " more than the payment.");
        }
        if (oldestFirst && rest.isPositive()) {
            List<Part> oldest = open.take(debits(locked, amount.currency(), on), rest, false);
            for (Part part : oldest) rest = rest.minus(part.amount);
            parts.addAll(oldest);
        }
        return new Plan(parts, rest);
    }

    Plan planRefund(UUID customer, List<Share> shares, Money amount) {
        var open = new Remaining(customer, openDocuments(customer, shares));
        List<Part> parts = new ArrayList<>();
        Money rest = amount;
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            checkShare(share, amount, "shares[" + i + "]");
            if (share.discount() != null) {
                throw new InvalidInput("shares[" + i + "].discount", "payment.discount", "A refund has no discount.");
            }
            rest = rest.minus(share.amount());
            parts.addAll(open.take(open.of(share.document()), share.amount(), true));
        }
        if (rest.isNegative()) {
            throw new RuleViolation("payment.rest", "The shares are " + rest.abs() + " more than the refund.");
        }
        return new Plan(parts, rest);
    }

    private static void checkShare(Share share, Money amount, String field) {
        boolean alike = share.amount().currency().equals(amount.currency())
                && (share.discount() == null || share.discount().currency().equals(amount.currency()));
        if (!alike) {
            throw new InvalidInput(field, "payment.currency", "A share is in the currency of the payment.");
        }
        boolean sensible = !share.amount().isNegative()
                && share.total().isPositive()
                && (share.discount() == null || !share.discount().isNegative());
        if (!sensible) throw new InvalidInput(field, "payment.amount", "A share is more than zero.");
    }

    /** A discount is taken once, in time, at most as granted, and clears what it is taken on. */
    private static void checkDiscount(List<OpenItemView> items, Share share, LocalDate on) {
        Money granted = Money.zero(share.amount().currency());
        Money open = granted;
        for (OpenItemView item : items) {
            open = open.plus(item.open());
            boolean inTime = item.discountUntil() != null && !on.isAfter(item.discountUntil());
            if (inTime && item.discount() != null) granted = granted.plus(item.discount());
        }
        Money discount = share.discount() == null ? Money.zero(granted.currency()) : share.discount();
        if (discount.isGreaterThan(granted)) {
            throw new RuleViolation("payment.discount", "On " + on + " a discount of " + granted + " is granted.");
        }
        if (!share.total().equals(open)) {
            throw new RuleViolation(
                    "payment.discount", "With a discount all of " + open + " is settled, less the discount.");
        }
    }

    /** Open items by document, and what is left of each while shares are dealt out. */
    private static final class Remaining {
        private final UUID customer;
        private final Map<UUID, List<OpenItemView>> byDocument = new HashMap<>();
        private final Map<OpenItemId, Money> taken = new HashMap<>();

        private Remaining(UUID customer, List<OpenItemView> items) {
            this.customer = customer;
            items.forEach(item -> byDocument
                    .computeIfAbsent(item.document().id(), id -> new ArrayList<>())
                    .add(item));
        }

        List<OpenItemView> of(UUID document) {
            List<OpenItemView> items = byDocument.getOrDefault(document, List.of()).stream()
                    .filter(item -> item.party().equals(customer))
                    .toList();
            if (items.isEmpty()) {
                throw new NotFound(
                        "document.unknown", "The customer has no document " + document + " with open items.");
            }
            return items;
        }

        List<Part> take(List<OpenItemView> items, Money amount, boolean all) {
            List<Part> parts = new ArrayList<>();
            Money left = amount;
            for (OpenItemView item : items) {
                Money already = taken.getOrDefault(item.id(), Money.zero(amount.currency()));
                Money open = item.open().currency().equals(amount.currency())
                        ? item.open().abs().minus(already)
                        : Money.zero(amount.currency());
                Money part = left.min(open);
                if (!part.isPositive()) continue;
                parts.add(new Part(item, part));
                taken.put(item.id(), already.plus(part));
                left = left.minus(part);
            }
            if (all && left.isPositive()) {
                throw new RuleViolation(
                        "allocation.exceeds_open", "Only " + amount.minus(left) + " is open of " + amount + ".");
            }
            return parts;
        }
    }

    private List<OpenItemView> openDocuments(UUID customer, List<Share> shares) {
        if (shares.isEmpty()) return List.of();
        return subledger.lockOpen(
                customer, shares.stream().map(Share::document).distinct().toList());
    }

    private static List<OpenItemView> debits(List<OpenItemView> items, Currency currency, LocalDate on) {
        return items.stream()
                .filter(item -> item.open().isPositive()
                        && item.open().currency().equals(currency)
                        && !item.date().isAfter(on))
                .toList();
    }

    /** What was written off of a document so far. */
    Money writtenOff(UUID document, Currency currency) {
        return new Money(
                jdbc.sql("""
                                SELECT coalesce(sum(a.amount), 0) FROM allocations a
                                JOIN open_items d ON d.company_id = a.company_id AND d.id = a.debit_item_id
                                JOIN open_items c ON c.company_id = a.company_id AND c.id = a.credit_item_id
                                JOIN payments y ON y.company_id = c.company_id AND y.id = c.document_id
                                WHERE a.company_id = :company AND d.document_id = :document AND y.kind = 'WRITE_OFF'""")
                        .param("company", Scope.company().value())
                        .param("document", document)
                        .query(java.math.BigDecimal.class)
                        .single(),
                currency);
    }

    Reversal reversal(Payment payment, EntryId id, LocalDate on, String reason) {
        EntryView posted = ledger.find(payment.entry());
        OpenItemView original = subledger.items(payment.ref()).getFirst();
        var lines = posted.lines().stream().map(Settlement::reversed).toList();
        var entry = new EntryDraft(
                id, posted.journal(), on, "Reversal: " + posted.text(), reason, payment.ref(), posted.id(), lines);
        var item = new OpenItemDraft(
                OpenItemId.next(),
                original.account(),
                original.party(),
                payment.ref(),
                on,
                on,
                original.amount().negate(),
                original.base().negate());
        boolean credit = original.amount().isNegative();
        var pairing = credit
                ? new Pairing(item.id(), original.id(), original.amount().abs())
                : new Pairing(original.id(), item.id(), original.amount().abs());
        return new Reversal(entry, item, pairing);
    }

    private static LineDraft reversed(EntryView.LineView line) {
        TaxMark mark =
                line.taxCode() == null || line.taxRole() == null ? null : new TaxMark(line.taxCode(), line.taxRole());
        return new LineDraft(
                line.account(),
                line.amount().negate(),
                line.credit().minus(line.debit()),
                line.party(),
                mark,
                line.text());
    }
}
