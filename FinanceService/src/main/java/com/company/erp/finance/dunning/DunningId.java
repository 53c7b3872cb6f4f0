package com.company.erp.finance.dunning;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a dunning letter. */
public record DunningId(UUID value) implements Id {

    public static DunningId valueOf(String text) {
        return new DunningId(Id.parse(text));
    }
}
