package com.company.erp.user.provider;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** An OpenID provider, in whose house people sign in. */
@Entity
@DiscriminatorValue("OPENID")
class IdentityProvider extends Provider {

    private String issuer = "";
    private String clientId = "";
    private String scopes = "";
    private String audience = "";
    private String emailClaim = "";
    private String verifiedClaim = "";
    private String groupsClaim = "";

    protected IdentityProvider() {}

    IdentityProvider(IdentityProviderDraft draft) {
        take(draft);
    }

    /** All but the secret, which is kept where no new one is given. */
    final void take(IdentityProviderDraft draft) {
        take(draft.name(), draft.enabled(), draft.domains(), draft.roles());
        issuer = draft.issuer().strip();
        clientId = draft.clientId().strip();
        scopes = or(draft.scopes(), "openid email profile");
        audience = or(draft.audience(), clientId);
        emailClaim = or(draft.emailClaim(), "email");
        verifiedClaim = or(draft.verifiedClaim(), "email_verified");
        groupsClaim = or(draft.groupsClaim(), "groups");
    }

    IdentityProviderView view() {
        return new IdentityProviderView(
                id(),
                version(),
                name(),
                isEnabled(),
                issuer,
                clientId,
                secret() != null,
                scopes,
                audience,
                emailClaim,
                verifiedClaim,
                groupsClaim,
                domains(),
                roles());
    }
}
