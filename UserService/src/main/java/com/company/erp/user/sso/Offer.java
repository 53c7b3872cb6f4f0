package com.company.erp.user.sso;

import com.company.erp.user.provider.IdentityProviderId;

/** A provider that speaks for somebody's address, and for which company. */
public record Offer(IdentityProviderId id, String name, String companyName) {}
