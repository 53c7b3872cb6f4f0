package com.company.erp.user.provider;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.DocumentRef;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who speaks for people of a company, of whatever kind: for which addresses, and which roles its groups have.
 *
 * @param ref as what the audit log knows it
 */
public record Authority(
        IdentityProviderId id,
        DocumentRef ref,
        String name,
        CompanyId company,
        List<String> domains,
        List<GroupRole> roles) {

    /** Whether it says who has which role; else roles are given here. */
    public boolean givesRoles() {
        return !roles.isEmpty();
    }

    /** The roles that members of the groups have. */
    public Set<String> roles(Collection<String> groups) {
        return roles.stream()
                .filter(mapping -> mapping.isOf(groups))
                .map(GroupRole::role)
                .collect(Collectors.toSet());
    }

    /** Whether it speaks for an address, in lower case. */
    public boolean speaksFor(String address) {
        return domains.contains(address.substring(address.lastIndexOf('@') + 1));
    }
}
