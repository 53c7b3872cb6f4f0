package com.company.erp.document.mail;

import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** An address that gets no more mail: it bounced, or its owner wants none. */
@Entity
@Table(name = "mail_suppressions")
class Suppression extends CompanyRecord {

    /** Why. */
    enum Reason {
        BOUNCED,
        OPTED_OUT
    }

    private String address = "";

    @Enumerated(EnumType.STRING)
    private Reason reason = Reason.BOUNCED;

    private Instant since = Instant.EPOCH;

    protected Suppression() {}

    Suppression(String address, Reason reason, Instant since) {
        this.address = address;
        this.reason = reason;
        this.since = since;
    }

    SuppressionView view() {
        return new SuppressionView(new SuppressionId(uuid()), version(), address, reason.name(), since);
    }
}
