package com.company.erp.document.mailrun;

import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** Many records that somebody sends in one go. What becomes of each is noted with it; the run ends when none waits. */
@Entity
@Table(name = "mail_runs")
class MailRun extends CompanyRecord {

    private String resource = "";
    private Instant startedAt = Instant.EPOCH;
    private String startedBy = "";

    protected MailRun() {}

    MailRun(String resource, Instant at, String by) {
        this.resource = resource;
        this.startedAt = at;
        this.startedBy = by;
    }

    MailRunId id() {
        return new MailRunId(uuid());
    }
}
