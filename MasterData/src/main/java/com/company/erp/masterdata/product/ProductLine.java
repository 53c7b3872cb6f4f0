package com.company.erp.masterdata.product;

import org.jspecify.annotations.Nullable;

/** A product as one line of a list. */
public record ProductLine(
        ProductId id,
        String code,
        String name,
        ProductKind kind,
        @Nullable Price salePrice,
        @Nullable CategoryId category,
        boolean active) {}
