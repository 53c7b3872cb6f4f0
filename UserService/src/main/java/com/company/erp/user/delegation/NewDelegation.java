package com.company.erp.user.delegation;

import com.company.erp.kernel.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Who shall stand in, and when.
 *
 * @param endsOn the last day, at most 366 days after the first
 */
public record NewDelegation(
        @NotNull UserId standIn,
        @NotBlank @Size(max = 500) String reason,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn) {}
