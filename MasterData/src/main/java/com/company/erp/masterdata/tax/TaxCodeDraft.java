package com.company.erp.masterdata.tax;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is said about a tax code when it is entered or changed.
 *
 * @param code unique in the company, such as DE19
 * @param rates at least one; for a kind that charges nothing, a rate of 0
 */
public record TaxCodeDraft(
        @NotNull @Size(max = 40) @Pattern(regexp = "\\S(.*\\S)?")
        String code,

        @NotBlank @Size(max = 200) String name,
        @NotNull TaxKind kind,
        @NotNull @Size(max = 100) List<@NotNull @Valid DatedRate> rates) {}
