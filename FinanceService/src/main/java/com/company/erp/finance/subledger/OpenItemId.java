package com.company.erp.finance.subledger;

import com.company.erp.kernel.Id;
import com.company.erp.kernel.Uuid7;
import java.util.UUID;

/** Identifies an open item. */
public record OpenItemId(UUID value) implements Id {

    public static OpenItemId next() {
        return new OpenItemId(Uuid7.next());
    }

    public static OpenItemId valueOf(String text) {
        return new OpenItemId(Id.parse(text));
    }
}
