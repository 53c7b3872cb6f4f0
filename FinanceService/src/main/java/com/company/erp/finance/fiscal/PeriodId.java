package com.company.erp.finance.fiscal;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a period, a month of a fiscal year. */
public record PeriodId(UUID value) implements Id {

    public static PeriodId valueOf(String text) {
        return new PeriodId(Id.parse(text));
    }
}
