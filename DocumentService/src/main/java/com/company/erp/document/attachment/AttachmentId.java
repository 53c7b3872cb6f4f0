package com.company.erp.document.attachment;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies an attachment. */
public record AttachmentId(UUID value) implements Id {

    public static AttachmentId valueOf(String text) {
        return new AttachmentId(Id.parse(text));
    }
}
