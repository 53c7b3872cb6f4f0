package com.company.erp.document.mail;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.tenancy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue as its table has it. Whoever takes an e-mail commits that first: nobody takes it a second time. */
@Component
class MailQueue {

    /** The pauses after the first failure, the second and so on; after the last one it has failed for good. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private final JdbcClient jdbc;

    MailQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Taken(
            UUID id,
            String toAddress,
            String subject,
            String body,
            @Nullable String sealedBody,
            @Nullable UUID attachmentId,
            int attempts,
            String recordType,
            UUID recordId,
            @Nullable UUID queuedById) {

        DocumentRef record() {
            return new DocumentRef(recordType, recordId);
        }
    }

    List<UUID> companiesWithDue() {
        return jdbc.sql("SELECT company_id FROM companies_with_due_mails() ORDER BY company_id")
                .query(UUID.class)
                .list();
    }

    Optional<Taken> take(Instant now) {
        return jdbc.sql("""
                        UPDATE mails SET status = 'SENDING', attempts = attempts + 1, taken_at = :now, version = version + 1
                        WHERE company_id = :company AND id = (
                            SELECT id FROM mails WHERE company_id = :company AND status = 'QUEUED' AND next_attempt_at <= :now
                            ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, to_address, subject, body, sealed_body, attachment_id, attempts, record_type,
                                  record_id, queued_by_id""")
                .param("company", Scope.company().value())
                .param("now", utc(now))
                .query(Taken.class)
                .optional();
    }

    /** Notes what became of it; a failure is tried again after a pause, as long as there is one. Answers the status. */
    MailStatus note(Taken mail, MailLine.Outcome outcome, Instant now) {
        boolean again = outcome.status() == MailStatus.FAILED && mail.attempts <= PAUSES.size();
        MailStatus status = again ? MailStatus.QUEUED : outcome.status();
        Instant next = again ? now.plus(PAUSES.get(mail.attempts - 1)) : now;
        jdbc.sql("""
                        UPDATE mails SET status = :status, problem = :problem, next_attempt_at = :next,
                            sent_at = CASE WHEN :status = 'SENT' THEN :now::timestamptz END, version = version + 1,
                            sealed_body = CASE WHEN :status = 'QUEUED' THEN sealed_body END
                        WHERE company_id = :company AND id = :id AND status = 'SENDING'""")
                .param("status", status.name())
                .param("problem", outcome.problem())
                .param("next", utc(next))
                .param("now", utc(now))
                .param("company", Scope.company().value())
                .param("id", mail.id)
                .update();
        return status;
    }

    /** What an instance took and never noted: it died, and nobody knows how far it had come. */
    void giveUpLost(Instant before) {
        jdbc.sql("""
                        UPDATE mails SET status = 'UNCERTAIN', sealed_body = NULL, version = version + 1,
                            problem = 'The instance ended while handing it over; perhaps it went out.'
                        WHERE company_id = :company AND status = 'SENDING' AND taken_at < :before""")
                .param("company", Scope.company().value())
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
