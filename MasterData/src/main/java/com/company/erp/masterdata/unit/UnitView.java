package com.company.erp.masterdata.unit;

import com.company.erp.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/** A unit as it is now. */
public record UnitView(
        UnitId id, String code, String name, @Nullable String standardCode, boolean active, int version)
        implements Versioned {

    static UnitView of(Unit unit) {
        return new UnitView(unit.id(), unit.code(), unit.name(), unit.standardCode(), unit.active(), unit.version());
    }
}
