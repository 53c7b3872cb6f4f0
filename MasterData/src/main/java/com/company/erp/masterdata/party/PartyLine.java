package com.company.erp.masterdata.party;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A party as one line of a list. */
public record PartyLine(
        PartyId id,
        String code,
        String name,
        Set<PartyRole> roles,
        @Nullable String country,
        @Nullable String taxId,
        boolean active) {}
