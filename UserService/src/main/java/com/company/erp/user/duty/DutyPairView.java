package com.company.erp.user.duty;

import com.company.erp.platform.web.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two permissions kept apart.
 *
 * @param endedAt since when they are not any more
 */
public record DutyPairView(
        DutyPairId id,
        int version,
        String first,
        String second,
        String because,
        Instant madeAt,
        @Nullable Instant endedAt)
        implements Versioned {}
