package com.company.erp.user.delegation;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for whom.
 *
 * @param revokedAt since when no more, before its time was over
 */
public record DelegationView(
        DelegationId id,
        int version,
        UserId absent,
        UserId standIn,
        String reason,
        LocalDate startsOn,
        LocalDate endsOn,
        UserId madeBy,
        Instant madeAt,
        @Nullable Instant revokedAt)
        implements Versioned {}
