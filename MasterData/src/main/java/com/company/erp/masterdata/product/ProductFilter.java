package com.company.erp.masterdata.product;

import org.jspecify.annotations.Nullable;

/** Which products a list shows; what is absent does not filter. A category includes all below it. */
public record ProductFilter(
        @Nullable ProductKind kind,
        @Nullable Boolean active,
        @Nullable CategoryId category) {}
