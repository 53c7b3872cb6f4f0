package com.company.erp.masterdata.currency;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies an exchange rate. */
public record ExchangeRateId(UUID value) implements Id {

    public static ExchangeRateId valueOf(String text) {
        return new ExchangeRateId(Id.parse(text));
    }
}
