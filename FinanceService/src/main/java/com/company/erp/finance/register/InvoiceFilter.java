package com.company.erp.finance.register;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.masterdata.party.PartyId;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a list of invoices may be narrowed to. */
public record InvoiceFilter(
        @Nullable InvoiceStatus status,
        @Nullable InvoiceType type,
        @Nullable PartyId customer,

        @Parameter(description = "Issued on this day or later") @Nullable LocalDate from,

        @Parameter(description = "Issued on this day or earlier") @Nullable LocalDate to,

        @Parameter(description = "With an open instalment that is due before this day") @Nullable LocalDate dueBefore,

        @Nullable String number) {}
