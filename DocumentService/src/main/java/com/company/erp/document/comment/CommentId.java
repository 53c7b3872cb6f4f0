package com.company.erp.document.comment;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a comment. */
public record CommentId(UUID value) implements Id {

    public static CommentId valueOf(String text) {
        return new CommentId(Id.parse(text));
    }
}
