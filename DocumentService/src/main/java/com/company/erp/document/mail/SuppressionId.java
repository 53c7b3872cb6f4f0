package com.company.erp.document.mail;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a note that an address gets no more mail. */
public record SuppressionId(UUID value) implements Id {

    public static SuppressionId valueOf(String text) {
        return new SuppressionId(Id.parse(text));
    }
}
