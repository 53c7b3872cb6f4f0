package com.company.erp.finance.dunning;

import com.company.erp.masterdata.party.PartyId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whom to remind, and how.
 *
 * @param date of the letter; what was due before it is overdue
 * @param level 1 reminds, 2 urges, 3 warns for the last time; one more than before when absent
 * @param payUntil ten days after the letter when absent
 */
public record DunningDraft(
        @NotNull PartyId customer,
        @NotNull LocalDate date,
        @Nullable @Min(1) @Max(3) Integer level,
        @Nullable LocalDate payUntil) {}
