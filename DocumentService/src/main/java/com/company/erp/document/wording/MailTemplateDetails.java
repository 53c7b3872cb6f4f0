package com.company.erp.document.wording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What an e-mail says, with names in braces in place of what differs, such as {@code {number}}.
 *
 * @param subject one line
 */
public record MailTemplateDetails(
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 5_000) String text) {}
