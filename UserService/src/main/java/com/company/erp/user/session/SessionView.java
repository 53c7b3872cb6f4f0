package com.company.erp.user.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of one's own.
 *
 * @param address the network address that it began from
 * @param device how the program there called itself (User-Agent)
 * @param renewedAt when a refresh token was last exchanged
 * @param current whether this request came with it
 * @param end why it is over; absent while it is not
 */
public record SessionView(
        SessionId id,
        Instant startedAt,
        @Nullable Instant renewedAt,
        Instant expiresAt,
        @Nullable String address,
        @Nullable String device,
        boolean current,
        @Nullable SessionEnd end) {}
