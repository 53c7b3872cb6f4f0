package com.company.erp.finance.payment;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credit of a customer paid back; the shares name the credit notes or receipts it comes from, and add up to it. */
public record Refund(
        @NotNull PartyId customer,
        @NotNull LocalDate date,
        @NotNull Money amount,
        @Nullable AccountId account,
        @Nullable @Size(max = 200) String reference,
        @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Share> shares) {}
