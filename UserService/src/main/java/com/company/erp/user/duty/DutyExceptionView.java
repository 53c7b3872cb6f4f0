package com.company.erp.user.duty;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For whom a pair of duties does not hold.
 *
 * @param signedBy who answers for it
 * @param revokedAt since when it holds no more, before its time was over
 */
public record DutyExceptionView(
        DutyExceptionId id,
        int version,
        DutyPairId pair,
        UserId user,
        String reason,
        LocalDate startsOn,
        LocalDate endsOn,
        UserId signedBy,
        Instant signedAt,
        @Nullable Instant revokedAt)
        implements Versioned {}
