package com.company.erp.user.duty;

import com.company.erp.kernel.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An exception to be signed.
 *
 * @param endsOn the last day on which it holds, at most 366 days after the first
 */
public record NewException(
        @NotNull DutyPairId pair,
        @NotNull UserId user,
        @NotBlank @Size(max = 500) String reason,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn) {}
