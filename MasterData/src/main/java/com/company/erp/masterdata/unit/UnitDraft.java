package com.company.erp.masterdata.unit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a unit when it is entered or changed.
 *
 * @param code unique in the company, such as pcs or kg
 * @param name such as piece or kilogram
 * @param standardCode by UN/ECE recommendation 20, such as C62 or KGM; e-invoices say this one
 */
public record UnitDraft(
        @NotNull @Size(max = 20) @Pattern(regexp = "\\S(.*\\S)?")
        String code,

        @NotBlank @Size(max = 100) String name,
        @Nullable @Pattern(regexp = "[A-Z0-9]{2,3}") String standardCode) {}
