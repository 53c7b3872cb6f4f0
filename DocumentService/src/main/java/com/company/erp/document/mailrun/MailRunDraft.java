package com.company.erp.document.mailrun;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * What is to be sent.
 *
 * @param resource the records' kind, as in their path: invoices or dunning-letters
 */
public record MailRunDraft(
        @NotBlank @Size(max = 50) String resource,
        @NotEmpty @Size(max = 1_000) List<@NotNull UUID> records) {}
