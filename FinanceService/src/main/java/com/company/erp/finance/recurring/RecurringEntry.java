package com.company.erp.finance.recurring;

import com.company.erp.finance.ledger.ManualEntry.ManualLine;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is due again and again. Each date is dealt with once and in order: posted, or refused with the reason
 * and tried again every day, or skipped by a person. Its text and lines may change for the dates to come; its schedule
 * does not, since what was due would no longer follow from it. While inactive, no date is due; when it is taken up
 * again, a person says from which date on.
 */
@Entity
@Table(name = "recurring_entries")
class RecurringEntry extends CompanyRecord {

    private String text;
    private String reason;

    @Enumerated(EnumType.STRING)
    private Every every;

    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable LocalDate nextOn;
    private boolean active = true;

    @OneToMany(mappedBy = "entry", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    @OptimisticLock(excluded = false)
    private List<RecurringLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected RecurringEntry() {}

    RecurringEntry(RecurringDraft draft) {
        this.text = draft.text();
        this.reason = draft.reason();
        this.every = draft.every();
        this.startsOn = draft.startsOn();
        this.nextOn = draft.startsOn();
        endOn(draft.endsOn());
        write(draft.lines());
    }

    /** Changes what the dates to come post, and when it ends. */
    void change(RecurringDraft draft) {
        if (draft.every() != every || !draft.startsOn().equals(startsOn)) {
            throw new RuleViolation(
                    "recurring.schedule_fixed", "A schedule does not change; end this entry and write another one.");
        }
        this.text = draft.text();
        this.reason = draft.reason();
        endOn(draft.endsOn());
        lines.clear();
        write(draft.lines());
    }

    private void endOn(@Nullable LocalDate date) {
        if (date != null && date.isBefore(startsOn)) {
            throw new InvalidInput("endsOn", "recurring.end", "An entry does not end before it starts.");
        }
        if (nextOn == null && (date == null || endsOn == null || date.isAfter(endsOn))) {
            throw new RuleViolation("recurring.ended", "This entry has ended; write another one.");
        }
        this.endsOn = date;
        stopAtEnd();
    }

    private void write(List<ManualLine> written) {
        for (ManualLine line : written) lines.add(new RecurringLine(this, lines.size() + 1, line));
    }

    /** Goes on to the date after the one that was just dealt with. */
    void advance() {
        if (nextOn == null) throw new IllegalStateException("There is no next date.");
        this.nextOn = every.after(nextOn, startsOn);
        stopAtEnd();
    }

    private void stopAtEnd() {
        if (endsOn != null && nextOn != null && nextOn.isAfter(endsOn)) this.nextOn = null;
    }

    void deactivate() {
        this.active = false;
    }

    /** Takes it up again; the dates before {@code from} are passed over. */
    void activate(LocalDate from) {
        this.active = true;
        if (nextOn != null && nextOn.isBefore(from)) {
            this.nextOn = every.after(from.minusDays(1), startsOn);
            stopAtEnd();
        }
    }

    boolean isDueOn(LocalDate date) {
        return active && date.equals(nextOn);
    }

    RecurringId id() {
        return new RecurringId(uuid());
    }

    String text() {
        return text;
    }

    String reason() {
        return reason;
    }

    List<ManualLine> lines(Currency currency) {
        return lines.stream().map(line -> line.line(currency)).toList();
    }

    RecurringView view(Currency currency) {
        return new RecurringView(
                id(), text, reason, every, startsOn, endsOn, nextOn, active, lines(currency), version());
    }
}
