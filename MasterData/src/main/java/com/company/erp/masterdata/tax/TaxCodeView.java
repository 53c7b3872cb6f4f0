package com.company.erp.masterdata.tax;

import com.company.erp.platform.web.Versioned;
import java.util.List;

/** A tax code with its rates, the earliest first. */
public record TaxCodeView(
        TaxCodeId id, String code, String name, TaxKind kind, List<DatedRate> rates, boolean active, int version)
        implements Versioned {

    static TaxCodeView of(TaxCode code) {
        return new TaxCodeView(
                code.id(), code.code(), code.name(), code.kind(), code.rates(), code.active(), code.version());
    }
}
