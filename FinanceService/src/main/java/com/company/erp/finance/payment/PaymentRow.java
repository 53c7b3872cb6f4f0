package com.company.erp.finance.payment;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A payment in a list. */
public record PaymentRow(
        PaymentId id,
        String number,
        PaymentKind kind,
        PaymentStatus status,
        PartyId customer,
        String customerName,
        LocalDate date,
        Money amount,
        @Nullable String reference) {}
