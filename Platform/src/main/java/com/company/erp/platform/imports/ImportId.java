package com.company.erp.platform.imports;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies an import and its report. */
public record ImportId(UUID value) implements Id {

    public static ImportId valueOf(String text) {
        return new ImportId(Id.parse(text));
    }
}
