package com.company.erp.user.sso;

import com.company.erp.user.provider.IdentityProviderId;

/**
 * Who speaks for somebody's address, and for which company.
 *
 * @param directory whether the password is typed here, and not at the provider's page
 */
public record Offer(IdentityProviderId id, String name, String companyName, boolean directory) {}
