package com.company.erp.user.provider;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** The id of an identity provider, which its sign-in addresses bear. */
public record IdentityProviderId(UUID value) implements Id {

    public static IdentityProviderId valueOf(String text) {
        return new IdentityProviderId(Id.parse(text));
    }
}
