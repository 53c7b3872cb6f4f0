package com.company.erp.document.mailrun;

import java.time.Instant;

/**
 * A run of e-mail.
 *
 * @param waiting how many records are still to be printed and queued
 * @param queued how many e-mails are in the queue, or left it; each tells what became of it
 * @param refused how many records could not be sent
 */
public record MailRunView(
        MailRunId id,
        String resource,
        Instant startedAt,
        String startedBy,
        int total,
        int waiting,
        int queued,
        int refused) {}
