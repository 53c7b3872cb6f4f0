package com.company.erp.masterdata.unit;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a unit. */
public record UnitId(UUID value) implements Id {

    public static UnitId valueOf(String text) {
        return new UnitId(Id.parse(text));
    }
}
