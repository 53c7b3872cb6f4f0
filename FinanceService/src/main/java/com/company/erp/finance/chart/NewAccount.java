package com.company.erp.finance.chart;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An account to be created.
 *
 * @param parent the code of the heading it stands under
 * @param heading true for a heading, which gathers other accounts and takes no postings
 */
public record NewAccount(
        @NotBlank @Size(max = 20) String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull AccountType type,
        @Nullable AccountRole role,
        @Nullable @Size(max = 20) String parent,
        @Nullable Boolean heading) {}
