package com.company.erp.finance.invoicing;

import com.company.erp.finance.drafting.DefaultsReader;
import com.company.erp.finance.drafting.DraftInvoice;
import com.company.erp.finance.drafting.InvoiceDefaults;
import com.company.erp.finance.drafting.InvoiceHead;
import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.ledger.EntryDraft;
import com.company.erp.finance.ledger.Posted;
import com.company.erp.finance.subledger.OpenItemView;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.masterdata.currency.ExchangeRates;
import com.company.erp.masterdata.currency.RateOn;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.access.Ruled;
import com.company.erp.platform.tenancy.Reaching;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask of invoicing. Each call is one transaction, joined if one is open. */
@Door
public class Invoicing {

    private static final int PORTION = 200;

    private final Invoices invoices;
    private final DefaultsReader defaults;
    private final ExchangeRates rates;
    private final Subledger subledger;
    private final EntityManager persistence;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Invoicing(
            Invoices invoices,
            DefaultsReader defaults,
            ExchangeRates rates,
            Subledger subledger,
            EntityManager persistence,
            Clock clock,
            ApplicationEventPublisher events) {
        this.invoices = invoices;
        this.defaults = defaults;
        this.rates = rates;
        this.subledger = subledger;
        this.persistence = persistence;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes a draft, with all that is left out taken from customer, products and company. It has no number and is not
     * posted; its tax is that of the day of supply, or of today until it is issued.
     *
     * @throws InvalidInput invoice.invalid, with every problem by its field
     * @throws RuleViolation tax_code.no_rate, account_default.missing
     */
    @Needs(value = "invoice.draft", ruledBy = Ruled.OWN)
    @Refuses({"invoice.invalid", "tax_code.no_rate", "account_default.missing", "money.range"})
    public InvoiceView draft(DraftInvoice draft) {
        var complete = complete(draft);
        Invoice invoice = Invoice.draft(complete.head(), complete.lines());
        persistence.persist(invoice);
        events.publishEvent(
                new InvoiceEvent.Drafted(invoice.id(), complete.head().type(), draft.customer()));
        return invoice.view();
    }

    /**
     * What a draft would come to; nothing is kept.
     *
     * @throws InvalidInput invoice.invalid, with every problem by its field
     * @throws RuleViolation tax_code.no_rate, account_default.missing
     */
    @Needs(value = "invoice.draft", ruledBy = Ruled.OWN)
    @Refuses({"invoice.invalid", "tax_code.no_rate", "account_default.missing", "money.range"})
    @Transactional(readOnly = true)
    public InvoiceView preview(DraftInvoice draft) {
        var complete = complete(draft);
        return Invoice.draft(complete.head(), complete.lines()).view();
    }

    /**
     * Replaces what a draft says, which the caller must have read at {@code version}.
     *
     * @throws NotFound invoice.unknown
     * @throws StaleDocument record.stale
     * @throws RuleViolation invoice.not_draft, tax_code.no_rate, account_default.missing
     * @throws InvalidInput invoice.invalid, with every problem by its field
     */
    @Needs(value = "invoice.draft", ruledBy = Ruled.OWN)
    @Refuses({
        "invoice.unknown",
        "record.stale",
        "invoice.not_draft",
        "invoice.invalid",
        "tax_code.no_rate",
        "account_default.missing",
        "money.range"
    })
    public InvoiceView change(InvoiceId id, int version, DraftInvoice draft) {
        Invoice invoice = invoices.take(id);
        Reaching.requireOwn(invoice.madeBy());
        invoice.mustBeAt(version);
        var complete = complete(draft);
        invoice.change(complete.head(), complete.lines());
        return told(invoice, new InvoiceEvent.Changed(id));
    }

    private InvoiceDefaults.Complete complete(DraftInvoice draft) {
        InvoiceDefaults found = defaults.forDrafts(List.of(draft));
        return found.complete(draft, found.today(clock));
    }

    /**
     * Gives up a draft. It stays readable, without a number.
     *
     * @throws NotFound invoice.unknown
     * @throws RuleViolation invoice.transition
     */
    @Needs(value = "invoice.cancel", ruledBy = Ruled.OWN)
    @Refuses({"invoice.unknown", "invoice.transition"})
    public InvoiceView cancel(InvoiceId id) {
        Invoice invoice = invoices.take(id);
        Reaching.requireOwn(invoice.madeBy());
        invoice.cancel();
        return told(invoice, new InvoiceEvent.Cancelled(id));
    }

    /**
     * Dates a draft, posts it to the ledger and gives it the next number: all of it happens, or none. Rates of tax and
     * exchange, due dates, names and addresses are frozen.
     *
     * @throws NotFound invoice.unknown
     * @throws RuleViolation invoice.empty, invoice.not_positive, invoice.transition, period.locked, period.missing,
     *     series.backdated, rate.missing, tax_code.no_rate, account_default.missing, account.not_postable,
     *     books.missing
     */
    @Needs(
            value = "invoice.issue",
            ruledBy = {Ruled.OWN, Ruled.AMOUNT})
    @Refuses({
        "invoice.unknown",
        "invoice.empty",
        "invoice.not_positive",
        "invoice.transition",
        "period.locked",
        "period.missing",
        "series.backdated",
        "rate.missing",
        "tax_code.no_rate",
        "account_default.missing",
        "account.not_postable",
        "books.missing",
        "money.range"
    })
    public InvoiceView issue(InvoiceId id, LocalDate on) {
        Invoice invoice = invoices.take(id);
        InvoiceHead head = invoice.head();
        Set<UUID> taxCodes = InvoiceLine.taxCodes(invoice.lines());
        InvoiceDefaults found = defaults.forIssue(head, taxCodes);
        RateOn rate = rates.rate(head.currency(), found.baseCurrency(), on);
        invoice.issue(found.issueTerms(head, taxCodes, on, found.payment(head), rate));
        InvoiceView view = invoice.view();
        Reaching.require(invoice.madeBy(), rate.convert(view.gross()).amount());
        EntryDraft entry = InvoicePosting.entry(view, found.accounts());
        Posted posted = subledger.post(entry, InvoicePosting.items(view, found.accounts()));
        invoice.numbered(posted.number());
        return told(invoice, new InvoiceEvent.Issued(id, view.type(), posted.number(), view.customer(), view.gross()));
    }

    /**
     * Writes and issues a credit note for an issued invoice: for quantities of its lines, for a gross amount, or for
     * all that is left. It settles what is open of the invoice, the earliest instalment first; the rest stays the
     * customer's credit. Tax and exchange are those of the invoice.
     *
     * @throws NotFound invoice.unknown
     * @throws InvalidInput credit.ambiguous, credit.line, credit.quantity, credit.amount
     * @throws RuleViolation invoice.not_issued, invoice.nothing_left, invoice.overcredited, credit.date,
     *     allocation.date, period.locked, period.missing, series.backdated
     */
    @Needs(
            value = "invoice.credit",
            ruledBy = {Ruled.OWN, Ruled.AMOUNT})
    @Refuses({
        "invoice.unknown",
        "credit.ambiguous",
        "credit.line",
        "credit.quantity",
        "credit.amount",
        "credit.date",
        "allocation.date",
        "invoice.not_issued",
        "invoice.not_positive",
        "invoice.nothing_left",
        "invoice.overcredited",
        "period.locked",
        "period.missing",
        "series.backdated",
        "account_default.missing",
        "account.not_postable"
    })
    public InvoiceView credit(InvoiceId id, CreditRequest wanted) {
        List<OpenItemView> items = subledger.lock(InvoiceType.INVOICE.ref(id));
        Invoice invoice = invoices.take(id);
        Invoice note = invoice.credit(wanted);
        InvoiceDefaults found = defaults.forIssue(note.head(), InvoiceLine.taxCodes(note.lines()));
        note.issue(invoice.termsOfCredit(wanted.on(), found.seller(), found.buyer(note.head())));
        persistence.persist(note);
        InvoiceView issued = note.view();
        Reaching.require(
                invoice.madeBy(),
                InvoicePosting.rateOf(issued).convert(issued.gross()).amount());
        EntryDraft entry = InvoicePosting.entry(issued, found.accounts());
        Posted posted = subledger.post(
                entry, InvoicePosting.items(issued, found.accounts()), InvoicePosting.pairings(issued, items));
        note.numbered(posted.number());
        events.publishEvent(new InvoiceEvent.Credited(id, issued.id(), issued.gross()));
        return told(
                note,
                new InvoiceEvent.Issued(note.id(), issued.type(), posted.number(), issued.customer(), issued.gross()));
    }

    private InvoiceView told(Invoice invoice, InvoiceEvent event) {
        events.publishEvent(event);
        persistence.flush(); // Gives the invoice its new version.
        return invoice.view();
    }

    /**
     * Marks the issued invoices of which an instalment was due before today and is still open. Doing it again, or for a
     * later day after days were missed, marks what is left.
     *
     * @return how many it marked
     */
    @Needs("invoice.mark_overdue")
    public int markOverdue(LocalDate today) {
        int marked = 0;
        List<Invoice> late = invoices.lockLate(today, Limit.of(PORTION));
        while (!late.isEmpty()) {
            for (Invoice invoice : late) {
                invoice.markOverdue(today);
                events.publishEvent(invoice.overdue());
            }
            marked += late.size();
            persistence.flush();
            persistence.clear(); // However many are late, memory holds one portion.
            late = invoices.lockLate(today, Limit.of(PORTION));
        }
        return marked;
    }

    /** @throws NotFound invoice.unknown */
    @Needs(value = "invoice.read", ruledBy = Ruled.OWN)
    @Refuses("invoice.unknown")
    @Transactional(readOnly = true)
    public InvoiceView find(InvoiceId id) {
        Invoice invoice = invoices.get(id);
        if (!Reaching.isWithin(invoice.madeBy())) throw Invoices.unknown();
        return invoice.view();
    }
}
