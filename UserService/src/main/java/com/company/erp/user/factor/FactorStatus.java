package com.company.erp.user.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether sign-in asks for a code.
 *
 * @param since absent while it does not
 * @param recoveryCodesLeft how many were not used yet
 */
public record FactorStatus(boolean active, @Nullable Instant since, int recoveryCodesLeft) {}
