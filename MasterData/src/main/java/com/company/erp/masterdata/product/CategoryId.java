package com.company.erp.masterdata.product;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a product category. */
public record CategoryId(UUID value) implements Id {

    public static CategoryId valueOf(String text) {
        return new CategoryId(Id.parse(text));
    }
}
