package com.company.erp.masterdata.product;

import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.unit.UnitId;
import com.company.erp.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/** A product as it is now. Documents that must not change with it copy what they need. */
public record ProductView(
        ProductId id,
        String code,
        String name,
        @Nullable String description,
        ProductKind kind,
        @Nullable UnitId unit,
        @Nullable Price salePrice,
        @Nullable Price purchasePrice,
        @Nullable CategoryId category,
        @Nullable TaxCodeId salesTaxCode,
        boolean active,
        int version)
        implements Versioned {

    static ProductView of(Product product) {
        return new ProductView(
                product.id(),
                product.code(),
                product.name(),
                product.description(),
                product.kind(),
                product.unit(),
                product.salePrice(),
                product.purchasePrice(),
                product.category(),
                product.salesTaxCode(),
                product.active(),
                product.version());
    }
}
