package com.company.erp.finance.register;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An invoice in a list, without its lines. */
public record InvoiceRow(
        InvoiceId id,
        InvoiceType type,
        InvoiceStatus status,
        @Nullable String number,
        PartyId customer,
        String customerName,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate nextDueDate,
        @Nullable String externalReference,
        Money net,
        Money tax,
        Money gross,
        Money open) {}
