package com.company.erp.document.attachment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of a file.
 *
 * @param tags words to sort files by; as they are when absent
 * @param retention may be lengthened at any time, shortened only when its term is over
 */
public record AttachmentDetails(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 500) String note,
        @Nullable @Size(max = 50) List<@NotBlank String> tags,
        @Nullable Retention retention) {}
