package com.company.erp.masterdata.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is said about a category: a code that is unique in the company, a name, and the one that it is part of. */
public record CategoryDraft(
        @NotNull @Size(max = 40) @Pattern(regexp = "\\S(.*\\S)?")
        String code,

        @NotBlank @Size(max = 200) String name,
        @Nullable CategoryId parent) {}
