package com.company.erp.finance.ledger;

import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The general ledger. What it takes in balances to the cent and never changes; a mistake is corrected by a linked
 * reversal. Other features post through {@link #post} inside their own transaction, people write entries by hand with
 * {@link #record}.
 */
@Door
public class Ledger {

    private final Posting posting;
    private final EntryReader reader;
    private final BaseCurrency base;
    private final EntityManager persistence;
    private final ApplicationEventPublisher events;

    Ledger(
            Posting posting,
            EntryReader reader,
            BaseCurrency base,
            EntityManager persistence,
            ApplicationEventPublisher events) {
        this.posting = posting;
        this.reader = reader;
        this.base = base;
        this.persistence = persistence;
        this.events = events;
    }

    /**
     * Posts an entry as the last step of the caller's work: everything pending is written first, then the lines, and
     * the very last statement takes the number, which holds the journal's series until the commit.
     *
     * @throws RuleViolation entry.unbalanced, entry.control_account, account.not_postable, period.locked,
     *     period.missing, series.backdated
     */
    @Needs("entry.post")
    @Transactional(propagation = Propagation.MANDATORY)
    public Posted post(EntryDraft draft) {
        return append(draft, false);
    }

    /**
     * {@link #post} for a sub-ledger, the only one that may touch control accounts: it opens or moves items to match.
     */
    @Needs("entry.post")
    @Transactional(propagation = Propagation.MANDATORY)
    public Posted postThroughSubledger(EntryDraft draft) {
        return append(draft, true);
    }

    private Posted append(EntryDraft draft, boolean control) {
        persistence.flush();
        posting.write(List.of(draft), control);
        String number = posting.number(draft.journal(), List.of(draft)).get(draft.id());
        return new Posted(draft.id(), Objects.requireNonNull(number, "every appended entry has a number"));
    }

    /** {@link #writeThroughSubledger} for entries as written by hand, which touch no control account. */
    @Needs("entry.post")
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<EntryDraft> drafts) {
        posting.write(drafts, false);
    }

    /**
     * Writes the lines of entries, which {@link #number} then appends in one block, so that the series is held only at
     * the end.
     */
    @Needs("entry.post")
    @Transactional(propagation = Propagation.MANDATORY)
    public void writeThroughSubledger(List<EntryDraft> drafts) {
        posting.write(drafts, true);
    }

    /**
     * Appends entries whose lines are written, in the order of their dates; the lines of the drafts are not looked at.
     * A document that is to bear the number is written after this, once.
     */
    @Needs("entry.post")
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<EntryId, String> number(JournalKind journal, List<EntryDraft> drafts) {
        return posting.number(journal, drafts);
    }

    /**
     * Posts an entry written by hand, and at once its reversal when it names a date for that.
     *
     * @throws InvalidInput entry.line_amount, entry.reversal_date, entry.tax_mark
     * @throws RuleViolation entry.unbalanced, entry.control_account, account.not_postable, period.locked,
     *     period.missing
     */
    @Needs(value = "entry.post", widenedBy = "period.override")
    @Refuses({
        "entry.line_amount",
        "entry.reversal_date",
        "entry.tax_mark",
        "entry.unbalanced",
        "entry.control_account",
        "account.not_postable",
        "period.locked",
        "period.missing",
        "books.missing",
        "series.backdated",
        "record.linked"
    })
    public EntryView record(ManualEntry entry) {
        LocalDate reverseOn = entry.reverseOn();
        if (reverseOn != null && reverseOn.isBefore(entry.date())) {
            throw new InvalidInput("reverseOn", "entry.reversal_date", "An entry is not reversed before its own date.");
        }
        List<LineDraft> lines = entry.drafts(base.current());
        var draft = new EntryDraft(
                EntryId.next(), JournalKind.GENERAL, entry.date(), entry.text(), entry.reason(), null, null, lines);
        Posted posted = told(post(draft));
        if (reverseOn != null) told(post(reversal(draft, draft.id(), reverseOn, entry.reason())));
        return reader.find(posted.entry());
    }

    /**
     * Takes back an entry that was written by hand, by one with the sides exchanged, linked both ways. What a document
     * posted is taken back through the document.
     *
     * @throws NotFound entry.unknown
     * @throws RuleViolation entry.reversed, entry.of_document, period.locked, period.missing
     */
    @Needs(value = "entry.reverse", widenedBy = "period.override")
    @Refuses({
        "entry.unknown",
        "entry.reversed",
        "entry.of_document",
        "entry.reversal_date",
        "account.not_postable",
        "period.locked",
        "period.missing",
        "series.backdated"
    })
    public EntryView reverse(EntryId id, LocalDate on, String reason) {
        EntryView entry = reader.find(id);
        if (entry.document() != null) {
            throw new RuleViolation("entry.of_document", "This entry belongs to a document; correct it there.");
        }
        if (entry.reversedBy() != null || entry.reverses() != null) {
            throw new RuleViolation("entry.reversed", "This entry was reversed already, or is itself a reversal.");
        }
        if (on.isBefore(entry.date())) {
            throw new InvalidInput("on", "entry.reversal_date", "An entry is not reversed before its own date.");
        }
        Posted posted = told(post(reversal(reader.draft(entry), id, on, reason)));
        return reader.find(posted.entry());
    }

    private static EntryDraft reversal(EntryDraft of, EntryId reversed, LocalDate on, String reason) {
        var lines = of.lines().stream().map(LineDraft::reversed).toList();
        String text = "Reversal: " + of.text();
        return new EntryDraft(EntryId.next(), JournalKind.GENERAL, on, text, reason, null, reversed, lines);
    }

    private Posted told(Posted posted) {
        events.publishEvent(new EntryPosted(posted.entry(), posted.number()));
        return posted;
    }

    /** @throws NotFound entry.unknown */
    @Needs("entry.read")
    @Refuses("entry.unknown")
    @Transactional(readOnly = true)
    public EntryView find(EntryId id) {
        return reader.find(id);
    }

    /** The journal: entries by date or number, without their lines. */
    @Needs("entry.read")
    @Transactional(readOnly = true)
    public Page<EntryReader.EntryRow> list(EntryReader.EntryFilter filter, Paging paging) {
        return reader.list(filter, paging);
    }

    /** How many entries a list has. */
    @Needs("entry.read")
    @Transactional(readOnly = true)
    public ListTotals totals(EntryReader.EntryFilter filter) {
        return reader.totals(filter);
    }
}
