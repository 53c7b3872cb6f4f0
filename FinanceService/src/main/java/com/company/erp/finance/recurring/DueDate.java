package com.company.erp.finance.recurring;

import com.company.erp.finance.ledger.EntryId;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one date of a recurring entry. A refused one is posted later or skipped; the others are final. */
@Entity
@Table(name = "recurring_dates")
class DueDate extends CompanyRecord {

    private static final int REFUSAL_MAX = 500;

    @Column(name = "recurring_id")
    private UUID recurring;

    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private DueStatus status = DueStatus.REFUSED;

    @Column(name = "entry_id")
    private @Nullable UUID entry;

    private @Nullable String refusal;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DueDate() {}

    DueDate(RecurringId recurring, LocalDate dueOn) {
        this.recurring = recurring.value();
        this.dueOn = dueOn;
    }

    void post(EntryId posted) {
        this.status = status.to(DueStatus.POSTED);
        this.entry = posted.value();
        this.refusal = null;
    }

    void refuse(String why) {
        this.status = status.to(DueStatus.REFUSED);
        this.refusal = why.length() > REFUSAL_MAX ? why.substring(0, REFUSAL_MAX) : why;
    }

    void skip() {
        this.status = status.to(DueStatus.SKIPPED);
    }

    /** The states of a date, and which may follow which. */
    public enum DueStatus {
        POSTED,
        REFUSED,
        SKIPPED;

        DueStatus to(DueStatus next) {
            if (this == REFUSED) return next;
            throw new RuleViolation("recurring.date_done", "This date is " + this + " already.");
        }
    }
}
