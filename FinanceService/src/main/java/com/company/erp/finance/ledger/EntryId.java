package com.company.erp.finance.ledger;

import com.company.erp.kernel.Id;
import com.company.erp.kernel.Uuid7;
import java.util.UUID;

/** Identifies an entry of the general ledger. */
public record EntryId(UUID value) implements Id {

    public static EntryId next() {
        return new EntryId(Uuid7.next());
    }

    public static EntryId valueOf(String text) {
        return new EntryId(Id.parse(text));
    }
}
