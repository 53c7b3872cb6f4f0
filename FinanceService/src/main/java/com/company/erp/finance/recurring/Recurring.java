package com.company.erp.finance.recurring;

import com.company.erp.finance.chart.AccountView;
import com.company.erp.finance.chart.Chart;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.ledger.EntryDraft;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.ledger.EntryPosted;
import com.company.erp.finance.ledger.Ledger;
import com.company.erp.finance.ledger.LineDraft;
import com.company.erp.finance.ledger.ManualEntry;
import com.company.erp.finance.ledger.ManualEntry.ManualLine;
import com.company.erp.finance.ledger.Posted;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.finance.recurring.DueDate.DueStatus;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Entries that post themselves on their dates, in the base currency. */
@Door
public class Recurring {

    private final RecurringEntries entries;
    private final DueDates dates;
    private final Ledger ledger;
    private final Chart chart;
    private final BaseCurrency base;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Recurring(
            RecurringEntries entries,
            DueDates dates,
            Ledger ledger,
            Chart chart,
            BaseCurrency base,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.entries = entries;
        this.dates = dates;
        this.ledger = ledger;
        this.chart = chart;
        this.base = base;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** A recurring entry in a list. */
    public record RecurringRow(
            RecurringId id,
            String text,
            Every every,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate nextOn,
            boolean active) {}

    /** What became of a date; {@code entry} is what it posted, {@code refusal} why it could not. */
    public record DateView(
            LocalDate dueOn,
            DueStatus status,
            @Nullable EntryId entry,
            @Nullable String number,
            @Nullable String refusal) {}

    /** A date that is to be posted. */
    record Due(RecurringId id, LocalDate on) {}

    /**
     * Writes a recurring entry. A first date in the past is due at once, and so are all dates since then.
     *
     * @throws InvalidInput entry.line_amount, entry.tax_mark, recurring.end
     * @throws RuleViolation entry.unbalanced, entry.control_account, account.not_postable
     */
    @Needs("recurring_entry.create")
    @Refuses({
        "entry.line_amount",
        "entry.tax_mark",
        "recurring.end",
        "entry.unbalanced",
        "entry.control_account",
        "account.not_postable"
    })
    public RecurringView create(RecurringDraft draft) {
        check(draft.lines());
        return entries.saveAndFlush(new RecurringEntry(draft)).view(base.current());
    }

    /** What would be refused on every date is refused at once. */
    private void check(List<ManualLine> lines) {
        List<LineDraft> drafts = ManualEntry.drafts(lines, base.current());
        new EntryDraft(EntryId.next(), JournalKind.GENERAL, LocalDate.EPOCH, "", null, drafts).checkBalance();
        var used = drafts.stream().map(LineDraft::account).collect(Collectors.toSet());
        var known = chart.byIds(used);
        if (known.size() < used.size()) throw new RuleViolation("account.not_postable", "There is no such account.");
        for (AccountView account : known.values()) {
            if (!account.postable() || !account.active()) {
                throw new RuleViolation("account.not_postable", "Account " + account.code() + " takes no postings.");
            }
            if (account.role() != null && account.role().isControl()) {
                throw new RuleViolation(
                        "entry.control_account",
                        "Account " + account.code() + " is posted to by its sub-ledger alone.");
            }
        }
    }

    /** @throws NotFound recurring.unknown */
    @Needs("recurring_entry.read")
    @Refuses("recurring.unknown")
    @Transactional(readOnly = true)
    public RecurringView find(RecurringId id) {
        return entries.get(id).view(base.current());
    }

    @Needs("recurring_entry.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<RecurringRow> list(@Nullable Boolean active, Paging paging) {
        return KeysetQuery.of(
                        "r.id, r.text, r.every, r.starts_on, r.ends_on, r.next_on, r.active", "recurring_entries r")
                .filter("r.active = :active", "active", active)
                .filter("strpos(lower(r.text), lower(:q)) > 0", "q", paging.q())
                .sort("text", "r.text", "text")
                .page(
                        jdbc,
                        paging,
                        "text",
                        (row, n) -> new RecurringRow(
                                new RecurringId(row.getObject("id", UUID.class)),
                                row.getString("text"),
                                Every.valueOf(row.getString("every")),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                row.getObject("next_on", LocalDate.class),
                                row.getBoolean("active")));
    }

    /** The dates dealt with so far, the newest first. */
    @Needs("recurring_entry.read")
    @Refuses({"recurring.unknown", "sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<DateView> dates(RecurringId id, Paging paging) {
        entries.get(id);
        return KeysetQuery.of(
                        "d.due_on, d.status, d.entry_id, e.number, d.refusal",
                        "recurring_dates d LEFT JOIN entries e ON e.company_id = d.company_id AND e.id = d.entry_id")
                .filter("d.recurring_id = :recurring", "recurring", id.value())
                .sort("dueOn", "d.due_on", "date")
                .page(jdbc, paging, "-dueOn", (row, n) -> {
                    UUID entry = row.getObject("entry_id", UUID.class);
                    return new DateView(
                            row.getObject("due_on", LocalDate.class),
                            DueStatus.valueOf(row.getString("status")),
                            entry == null ? null : new EntryId(entry),
                            row.getString("number"),
                            row.getString("refusal"));
                });
    }

    /**
     * Changes what the dates to come post; the schedule stays.
     *
     * @throws RuleViolation recurring.schedule_fixed, recurring.ended, and as for {@link #create}
     */
    @Needs("recurring_entry.change")
    @Refuses({
        "recurring.unknown", "record.stale", "recurring.schedule_fixed", "recurring.ended", "recurring.end",
        "entry.line_amount", "entry.tax_mark", "entry.unbalanced", "entry.control_account", "account.not_postable"
    })
    public RecurringView change(RecurringId id, int version, RecurringDraft draft) {
        RecurringEntry entry = entries.get(id);
        entry.mustBeAt(version);
        check(draft.lines());
        entry.change(draft);
        return entries.saveAndFlush(entry).view(base.current());
    }

    /** No date is due while it is inactive. */
    @Needs("recurring_entry.change")
    @Refuses("recurring.unknown")
    public RecurringView deactivate(RecurringId id) {
        RecurringEntry entry = entries.get(id);
        entry.deactivate();
        return entries.saveAndFlush(entry).view(base.current());
    }

    /** Takes it up again; dates before {@code from} are passed over. */
    @Needs("recurring_entry.change")
    @Refuses("recurring.unknown")
    public RecurringView activate(RecurringId id, LocalDate from) {
        RecurringEntry entry = entries.get(id);
        entry.activate(from);
        return entries.saveAndFlush(entry).view(base.current());
    }

    /**
     * Gives up a date that was refused.
     *
     * @throws NotFound recurring.unknown, recurring.date_unknown
     * @throws RuleViolation recurring.date_done
     */
    @Needs("recurring_entry.change")
    @Refuses({"recurring.unknown", "recurring.date_unknown", "recurring.date_done"})
    public RecurringView skip(RecurringId id, LocalDate dueOn) {
        RecurringEntry entry = entries.get(id);
        dates.findByRecurringAndDueOn(id.value(), dueOn)
                .orElseThrow(() -> new NotFound("recurring.date_unknown", "Nothing was refused on that date."))
                .skip();
        return entry.view(base.current());
    }

    /** The dates that were refused before, oldest first; those of an entry out of use wait. */
    @Needs("recurring_entry.post")
    @Transactional(readOnly = true)
    List<Due> refused() {
        return jdbc.sql("""
                        SELECT d.recurring_id, d.due_on FROM recurring_dates d
                        JOIN recurring_entries r ON r.company_id = d.company_id AND r.id = d.recurring_id
                        WHERE d.company_id = :company AND d.status = 'REFUSED' AND r.active ORDER BY d.due_on, d.id""")
                .param("company", Scope.company().value())
                .query((row, n) ->
                        new Due(new RecurringId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class)))
                .list();
    }

    /** The earliest date that is due by now; null when there is none. */
    @Needs("recurring_entry.post")
    @Transactional(readOnly = true)
    @Nullable Due nextDue(LocalDate today) {
        return jdbc.sql("""
                        SELECT id, next_on FROM recurring_entries
                        WHERE company_id = :company AND active AND next_on <= :today ORDER BY next_on, id LIMIT 1""")
                .param("company", Scope.company().value())
                .param("today", today)
                .query((row, n) ->
                        new Due(new RecurringId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class)))
                .optional()
                .orElse(null);
    }

    /** Posts a date and goes on to the next, in a transaction of its own; what the ledger refuses leaves no trace. */
    @Needs("recurring_entry.post")
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void post(Due due) {
        RecurringEntry entry = entries.get(due.id);
        DueDate date = dealWith(entry, due);
        var draft = new EntryDraft(
                EntryId.next(),
                JournalKind.GENERAL,
                due.on,
                entry.text(),
                entry.reason(),
                null,
                null,
                ManualEntry.drafts(entry.lines(base.current()), base.current()));
        date.post(draft.id());
        Posted posted = ledger.post(draft);
        events.publishEvent(new EntryPosted(posted.entry(), posted.number()));
    }

    /** Notes why a date could not be posted, and goes on to the next. */
    @Needs("recurring_entry.post")
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void refuse(Due due, String why) {
        dealWith(entries.get(due.id), due).refuse(why);
    }

    private DueDate dealWith(RecurringEntry entry, Due due) {
        if (entry.isDueOn(due.on)) entry.advance();
        return dates.findByRecurringAndDueOn(due.id.value(), due.on)
                .orElseGet(() -> dates.save(new DueDate(due.id, due.on)));
    }
}
