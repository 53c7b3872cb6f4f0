package com.company.erp.masterdata.product;

import com.company.erp.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/** A category as it is now. */
public record CategoryView(
        CategoryId id, String code, String name, @Nullable CategoryId parent, int version) implements Versioned {

    static CategoryView of(Category category) {
        return new CategoryView(category.id(), category.code(), category.name(), category.parent(), category.version());
    }
}
