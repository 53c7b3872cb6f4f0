package com.company.erp.masterdata.party;

import org.jspecify.annotations.Nullable;

/** A party that may be the same as another one, and why: it has the same tax number, or nearly the same name. */
public record LikeParty(
        PartyId id, String code, String name, @Nullable String taxId, Reason reason) {

    public enum Reason {
        SAME_TAX_ID,
        SIMILAR_NAME
    }
}
