package com.company.erp.finance.numbering;

import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** The journals of a company and how they number. */
@Door
public class Numbering {

    private final Journals journals;

    Numbering(Journals journals) {
        this.journals = journals;
    }

    /**
     * Sets up one journal of each kind.
     *
     * @throws RuleViolation books.open, when the company has journals already
     */
    @Needs("books.open")
    public void start() {
        if (!journals.findAllByOrderByKind().isEmpty()) {
            throw new RuleViolation("books.open", "The books of the company are open already.");
        }
        for (JournalKind kind : JournalKind.values()) journals.save(new Journal(kind));
    }

    @Needs("journal.read")
    @Transactional(readOnly = true)
    public List<JournalView> list() {
        return journals.findAllByOrderByKind().stream().map(Journal::view).toList();
    }

    /** @throws NotFound books.missing */
    @Needs("journal.read")
    @Refuses("books.missing")
    @Transactional(readOnly = true)
    public JournalView find(JournalKind kind) {
        return get(kind).view();
    }

    /**
     * Changes how a journal is called and numbered from its next entry on.
     *
     * @throws com.company.erp.kernel.InvalidInput journal.pattern
     * @throws StaleDocument record.stale
     */
    @Needs("journal.change")
    @Refuses({"books.missing", "journal.pattern", "record.stale"})
    public JournalView change(JournalKind kind, int version, String name, String pattern, boolean ascending) {
        Journal journal = get(kind);
        if (journal.version() != version) throw new StaleDocument("record.stale", "The journal was changed meanwhile.");
        journal.number(name, pattern, ascending);
        return journals.saveAndFlush(journal).view();
    }

    private Journal get(JournalKind kind) {
        return journals.findByKind(kind)
                .orElseThrow(() -> new NotFound("books.missing", "Open the books of the company first."));
    }
}
