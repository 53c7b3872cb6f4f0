package com.company.erp.masterdata.party;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a party. */
public record PartyId(UUID value) implements Id {

    public static PartyId valueOf(String text) {
        return new PartyId(Id.parse(text));
    }
}
