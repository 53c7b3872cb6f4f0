package com.company.erp.masterdata.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is said about payment terms when they are entered or changed.
 *
 * @param code unique in the company, such as NET30
 */
public record PaymentTermsDraft(
        @NotNull @Size(max = 40) @Pattern(regexp = "\\S(.*\\S)?")
        String code,

        @NotBlank @Size(max = 200) String name,
        @NotNull PaymentTerms terms) {}
