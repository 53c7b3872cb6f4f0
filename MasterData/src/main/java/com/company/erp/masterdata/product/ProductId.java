package com.company.erp.masterdata.product;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a product or service. */
public record ProductId(UUID value) implements Id {

    public static ProductId valueOf(String text) {
        return new ProductId(Id.parse(text));
    }
}
