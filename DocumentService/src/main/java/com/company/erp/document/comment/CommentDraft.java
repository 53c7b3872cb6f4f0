package com.company.erp.document.comment;

import com.company.erp.kernel.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comment to be made.
 *
 * @param mentions the users who are told of it
 */
public record CommentDraft(
        @NotBlank @Size(max = 2_000) String text,
        @Nullable @Size(max = 20) Set<UserId> mentions) {}
