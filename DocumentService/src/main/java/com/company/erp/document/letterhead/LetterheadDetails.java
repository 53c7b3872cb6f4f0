package com.company.erp.document.letterhead;

import com.company.erp.document.attachment.AttachmentId;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a company's papers look.
 *
 * @param accent the colour of titles and totals, such as #1f4f7a
 * @param language of papers for customers who have none; en, de, fr, es or ar
 * @param iban the account that customers pay to, without spaces
 * @param closing what stands below an invoice
 * @param logo a PNG or JPEG among the files of the letterhead
 */
public record LetterheadDetails(
        @Nullable @Pattern(regexp = "#[0-9a-fA-F]{6}") String accent,
        @Nullable @Pattern(regexp = "en|de|fr|es|ar") String language,
        @Nullable @Size(max = 100) String bankName,

        @Nullable @Pattern(regexp = "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") String iban,

        @Nullable @Pattern(regexp = "[A-Z0-9]{8}([A-Z0-9]{3})?")
        String bic,

        @Nullable @Size(max = 500) String closing,
        @Nullable AttachmentId logo) {}
