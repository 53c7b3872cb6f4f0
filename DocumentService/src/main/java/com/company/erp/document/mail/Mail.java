package com.company.erp.document.mail;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail with one document. It waits in the queue, is handed to the mail server, and what the server says decides:
 * taken, refused for good, or to be tried again later and later. One whose sender died meanwhile is never sent again by
 * itself, since nobody knows whether it went out.
 */
@Entity
@Table(name = "mails")
class Mail extends CompanyRecord {

    private String resource = "";
    private String recordType = "";
    private UUID recordId = new UUID(0, 0);

    @Column(name = "to_address")
    private String to = "";

    private String subject = "";

    @Column(name = "body")
    private String text = "";

    @Column(name = "attachment_id")
    private UUID attachment = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private MailStatus status = MailStatus.QUEUED;

    private int attempts;
    private Instant queuedAt = Instant.EPOCH;
    private String queuedBy = "";
    private @Nullable UUID queuedById;
    private @Nullable Instant nextAttemptAt;
    private @Nullable Instant sentAt;
    private @Nullable String problem;

    protected Mail() {}

    Mail(String resource, DocumentRef record, UUID attachment, MailText text, Instant at, Actor by) {
        this.resource = resource;
        this.recordType = record.type();
        this.recordId = record.id();
        this.attachment = attachment;
        this.to = text.to() == null ? "" : text.to();
        this.subject = text.subject() == null ? "" : text.subject();
        this.text = text.text() == null ? "" : text.text();
        this.queuedAt = at;
        this.queuedBy = by.name();
        this.queuedById = by.user().value();
        this.nextAttemptAt = at;
    }

    /** A person decides that it shall be tried once more. */
    void retry(Instant now) {
        if (status != MailStatus.FAILED && status != MailStatus.UNCERTAIN) {
            throw new RuleViolation("mail.not_failed", "A mail that is " + status + " is not sent again.");
        }
        this.status = MailStatus.QUEUED;
        this.attempts = 0;
        this.nextAttemptAt = now;
    }

    String resource() {
        return resource;
    }

    UUID recordId() {
        return recordId;
    }

    String to() {
        return to;
    }

    MailView view() {
        return new MailView(
                new MailId(uuid()),
                version(),
                resource,
                recordId,
                to,
                subject,
                text,
                status,
                attempts,
                queuedAt,
                queuedBy,
                status == MailStatus.QUEUED ? nextAttemptAt : null,
                sentAt,
                problem);
    }
}
