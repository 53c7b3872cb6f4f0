package com.company.erp.user.view;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A view to be saved.
 *
 * @param list the last step of the list's path, such as {@code invoices}
 * @param query what stands behind the question mark of the list's address
 */
public record ViewDraft(
        @NotBlank @Size(max = 50) String list,
        @NotBlank @Size(max = 60) String name,
        @NotNull @Size(max = 2_000) String query) {}
