package com.company.erp.finance.ledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry written by hand, in the base currency.
 *
 * @param reason why it is made; an auditor will ask
 * @param reverseOn the date on which it takes itself back, for accruals
 */
public record ManualEntry(
        @NotNull LocalDate date,
        @NotBlank @Size(max = 200) String text,
        @NotBlank @Size(max = 500) String reason,
        @Nullable LocalDate reverseOn,
        @NotNull @Size(min = 2, max = 1000) List<@NotNull @Valid ManualLine> lines) {

    /** One line: either a debit or a credit, more than zero. */
    public record ManualLine(
            @NotNull AccountId account,
            @Nullable Money debit,
            @Nullable Money credit,
            @Nullable UUID taxCode,
            TaxMark.@Nullable TaxRole taxRole,
            @Nullable @Size(max = 200) String text) {}
}
