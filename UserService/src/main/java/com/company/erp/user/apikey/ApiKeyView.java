package com.company.erp.user.apikey;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as people see it, who never see it whole again.
 *
 * @param beginning how the key begins
 * @param previousUntil how long the key before the last rotation is good
 * @param lastUsedAt to the minute
 */
public record ApiKeyView(
        ApiKeyId id,
        int version,
        String name,
        String beginning,
        List<String> permissions,
        List<String> networks,
        UserId madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant previousUntil,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress)
        implements Versioned {}
