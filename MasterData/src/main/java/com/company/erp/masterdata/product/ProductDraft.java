package com.company.erp.masterdata.product;

import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.unit.UnitId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a product when it is entered or changed.
 *
 * @param code unique in the company
 * @param unit in which it is counted and priced
 * @param salesTaxCode that a sale of it carries, unless the invoice says otherwise
 */
public record ProductDraft(
        @NotNull @Size(max = 40) @Pattern(regexp = "\\S(.*\\S)?")
        String code,

        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 4000) String description,
        @NotNull ProductKind kind,
        @Nullable UnitId unit,
        @Nullable Price salePrice,
        @Nullable Price purchasePrice,
        @Nullable CategoryId category,
        @Nullable TaxCodeId salesTaxCode) {

    /** A product of which only the least is known. */
    public static ProductDraft of(String code, String name, ProductKind kind) {
        return new ProductDraft(code, name, null, kind, null, null, null, null, null);
    }
}
