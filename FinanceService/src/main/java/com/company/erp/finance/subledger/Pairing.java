package com.company.erp.finance.subledger;

import com.company.erp.kernel.Money;
import jakarta.validation.constraints.NotNull;

/** Settles a part of what a party owes with a part of its credit; the amount is more than zero. */
public record Pairing(
        @NotNull OpenItemId debit,
        @NotNull OpenItemId credit,
        @NotNull Money amount) {}
