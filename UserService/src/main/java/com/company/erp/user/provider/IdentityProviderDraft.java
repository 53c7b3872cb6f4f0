package com.company.erp.user.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider as it is to be.
 *
 * @param enabled whether people sign in by it; when it no longer is, those who did are out with their next request
 * @param issuer as the provider writes it; its description is found below, at .well-known/openid-configuration
 * @param clientSecret kept encrypted and never shown; absent for a public client, and in a change for the one before
 * @param scopes with spaces between; openid, email and profile when absent
 * @param audience what bearer tokens of the provider must be meant for; the client when absent
 * @param emailClaim which claim holds the address; email when absent
 * @param verifiedClaim which claim says that the address is verified; email_verified when absent
 * @param groupsClaim which claim holds the groups, with dots where they lie deeper; groups when absent
 * @param domains whose addresses the provider speaks for
 * @param roles which roles the members of its groups have; when there are none, roles stay as they were given here
 */
public record IdentityProviderDraft(
        @NotBlank @Size(max = 100) String name,
        @NotNull Boolean enabled,
        @NotBlank @Size(max = 500) String issuer,
        @NotBlank @Size(max = 200) String clientId,
        @Nullable @Size(max = 500) String clientSecret,
        @Nullable @Size(max = 500) String scopes,
        @Nullable @Size(max = 200) String audience,
        @Nullable @Size(max = 100) String emailClaim,
        @Nullable @Size(max = 100) String verifiedClaim,
        @Nullable @Size(max = 100) String groupsClaim,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 253) String> domains,
        @NotNull @Size(max = 200) List<@NotNull @Valid GroupRole> roles) {

    @Override
    public String toString() {
        return "IdentityProviderDraft[" + name + "]";
    }
}
