package com.company.erp.user.provider;

import org.jspecify.annotations.Nullable;

/** An OpenID provider with its secret, for whoever speaks to it. */
public record ProviderSettings(
        Authority authority,
        IdentityProviderView provider,
        @Nullable String clientSecret) {

    @Override
    public String toString() {
        return "ProviderSettings[" + authority.id().value() + "]";
    }
}
