package com.company.erp.finance.chart;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies an account of the general ledger. */
public record AccountId(UUID value) implements Id {

    public static AccountId valueOf(String text) {
        return new AccountId(Id.parse(text));
    }
}
