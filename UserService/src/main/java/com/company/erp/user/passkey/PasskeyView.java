package com.company.erp.user.passkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name what he calls the device
 * @param usedAt absent until it was used
 */
public record PasskeyView(
        PasskeyId id, String name, Instant madeAt, @Nullable Instant usedAt) {}
