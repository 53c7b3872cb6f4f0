package com.company.erp.user.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether sign-in asks for a code or a passkey.
 *
 * @param since when an app was set up; absent without one
 * @param recoveryCodesLeft how many were not used yet
 */
public record FactorStatus(boolean active, @Nullable Instant since, int recoveryCodesLeft) {}
