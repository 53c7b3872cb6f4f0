package com.company.erp.finance.recurring;

import com.company.erp.finance.ledger.ManualEntry.ManualLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurring entry as it is written.
 *
 * @param reason why it is made; each posting carries it
 * @param endsOn after which it is due no more
 */
public record RecurringDraft(
        @NotBlank @Size(max = 200) String text,
        @NotBlank @Size(max = 500) String reason,
        @NotNull Every every,
        @NotNull LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @NotNull @Size(min = 2, max = 1000) List<@NotNull @Valid ManualLine> lines) {}
