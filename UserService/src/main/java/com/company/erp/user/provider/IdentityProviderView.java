package com.company.erp.user.provider;

import com.company.erp.platform.web.Versioned;
import java.util.List;

/**
 * An OpenID provider as administrators see it, who never see its secret again.
 *
 * @param secretSet whether a client secret is kept
 */
public record IdentityProviderView(
        IdentityProviderId id,
        int version,
        String name,
        boolean enabled,
        String issuer,
        String clientId,
        boolean secretSet,
        String scopes,
        String audience,
        String emailClaim,
        String verifiedClaim,
        String groupsClaim,
        List<String> domains,
        List<GroupRole> roles)
        implements Versioned {}
