package com.company.erp.finance.subledger;

import com.company.erp.kernel.Id;
import com.company.erp.kernel.Uuid7;
import java.util.UUID;

/** Identifies the allocation of one item to another. */
public record AllocationId(UUID value) implements Id {

    public static AllocationId next() {
        return new AllocationId(Uuid7.next());
    }

    public static AllocationId valueOf(String text) {
        return new AllocationId(Id.parse(text));
    }
}
