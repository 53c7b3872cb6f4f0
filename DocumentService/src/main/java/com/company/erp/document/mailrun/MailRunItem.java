package com.company.erp.document.mailrun;

import com.company.erp.document.mail.MailId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of a run.
 *
 * @param mail its e-mail, once it is in the queue
 * @param code why it was refused, and {@code problem} the same in a sentence
 */
public record MailRunItem(
        int number,
        UUID record,
        Status status,
        @Nullable MailId mail,
        @Nullable String code,
        @Nullable String problem) {

    /** How far a record of a run is. */
    public enum Status {
        WAITING,
        QUEUED,
        REFUSED
    }
}
