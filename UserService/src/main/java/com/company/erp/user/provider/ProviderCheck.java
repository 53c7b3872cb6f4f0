package com.company.erp.user.provider;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking a provider for its description and its keys.
 *
 * @param sound whether people could be sent there
 * @param problem why not
 * @param authorizationEndpoint where people sign in
 * @param keys how many keys it signs with that this house accepts
 */
public record ProviderCheck(
        boolean sound, @Nullable String problem, @Nullable String authorizationEndpoint, int keys) {}
