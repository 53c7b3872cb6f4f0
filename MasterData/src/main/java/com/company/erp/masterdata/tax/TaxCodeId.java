package com.company.erp.masterdata.tax;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a tax code. */
public record TaxCodeId(UUID value) implements Id {

    public static TaxCodeId valueOf(String text) {
        return new TaxCodeId(Id.parse(text));
    }
}
