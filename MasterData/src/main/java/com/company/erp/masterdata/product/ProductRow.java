package com.company.erp.masterdata.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A product as one row of a file, the same for imports and exports: what one company exports, another can import.
 * Units,
 * categories and tax codes are named by their codes.
 *
 * @param kind goods when absent
 * @param active true when absent
 */
public record ProductRow(
        @NotNull @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 4000) String description,
        @Nullable ProductKind kind,
        @Nullable String unit,
        @Nullable BigDecimal salePrice,
        @Nullable Currency salePriceCurrency,
        @Nullable BigDecimal purchasePrice,
        @Nullable Currency purchasePriceCurrency,
        @Nullable String category,
        @Nullable String salesTaxCode,
        @Nullable Boolean active) {}
