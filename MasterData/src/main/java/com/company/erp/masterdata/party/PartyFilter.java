package com.company.erp.masterdata.party;

import org.jspecify.annotations.Nullable;

/** Which parties a list shows; what is absent does not filter. */
public record PartyFilter(
        @Nullable PartyRole role,
        @Nullable Boolean active,
        @Nullable String country,
        @Nullable String taxId) {}
