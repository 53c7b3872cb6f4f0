package com.company.erp.document.mailrun;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a run of e-mail. */
public record MailRunId(UUID value) implements Id {

    public static MailRunId valueOf(String text) {
        return new MailRunId(Id.parse(text));
    }
}
