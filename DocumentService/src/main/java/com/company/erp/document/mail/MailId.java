package com.company.erp.document.mail;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies an e-mail. */
public record MailId(UUID value) implements Id {

    public static MailId valueOf(String text) {
        return new MailId(Id.parse(text));
    }
}
