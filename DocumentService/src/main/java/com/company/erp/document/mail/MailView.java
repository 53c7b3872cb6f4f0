package com.company.erp.document.mail;

import com.company.erp.platform.web.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that was sent or is about to be.
 *
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried next, while QUEUED
 * @param problem what the mail server said last
 */
public record MailView(
        MailId id,
        int version,
        String resource,
        UUID record,
        String to,
        String subject,
        String text,
        MailStatus status,
        int attempts,
        Instant queuedAt,
        String queuedBy,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant sentAt,
        @Nullable String problem)
        implements Versioned {}
