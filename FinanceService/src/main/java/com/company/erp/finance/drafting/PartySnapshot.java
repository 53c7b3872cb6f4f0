package com.company.erp.finance.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seller or customer as they were called on the day of issue; what the document says for ever. */
public record PartySnapshot(
        String name,
        List<String> addressLines,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country,
        @Nullable String taxId) {

    public PartySnapshot {
        addressLines = List.copyOf(addressLines);
    }
}
