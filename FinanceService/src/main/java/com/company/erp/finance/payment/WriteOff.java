package com.company.erp.finance.payment;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/** An amount that a customer will not pay, let go with its share of the tax. */
public record WriteOff(
        @NotNull PartyId customer,
        @NotNull LocalDate date,
        @NotNull UUID document,
        @NotNull Money amount,
        @NotBlank @Size(max = 200) String reason) {}
