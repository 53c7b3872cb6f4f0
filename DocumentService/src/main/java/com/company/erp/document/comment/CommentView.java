package com.company.erp.document.comment;

import com.company.erp.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** A comment as it is read. */
public record CommentView(
        CommentId id, UserId author, String authorName, Instant at, String text, List<UserId> mentions) {}
