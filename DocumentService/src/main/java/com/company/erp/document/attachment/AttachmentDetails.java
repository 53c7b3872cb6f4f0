package com.company.erp.document.attachment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of a file.
 *
 * @param retention may be lengthened at any time, shortened only when its term is over
 */
public record AttachmentDetails(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 500) String note,
        @Nullable Retention retention) {}
