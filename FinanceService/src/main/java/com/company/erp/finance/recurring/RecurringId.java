package com.company.erp.finance.recurring;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a recurring entry. */
public record RecurringId(UUID value) implements Id {

    public static RecurringId valueOf(String text) {
        return new RecurringId(Id.parse(text));
    }
}
