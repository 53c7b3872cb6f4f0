package com.company.erp.user.provider;

import com.company.erp.kernel.CompanyId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A provider with its secret, for whoever speaks to it. */
public record ProviderSettings(
        IdentityProviderView provider,
        CompanyId company,
        @Nullable String clientSecret) {

    /** Whether the provider says who has which role; else roles are given here. */
    public boolean givesRoles() {
        return !provider.roles().isEmpty();
    }

    /** The roles that members of the groups have. */
    public Set<String> roles(Collection<String> groups) {
        return provider.roles().stream()
                .filter(mapping -> mapping.isOf(groups))
                .map(GroupRole::role)
                .collect(Collectors.toSet());
    }

    /** Whether the provider speaks for an address, in lower case. */
    public boolean speaksFor(String address) {
        return provider.domains().contains(address.substring(address.lastIndexOf('@') + 1));
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + provider.id().value() + "]";
    }
}
