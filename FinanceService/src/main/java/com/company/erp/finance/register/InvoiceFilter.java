package com.company.erp.finance.register;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.masterdata.party.PartyId;
import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a list of invoices may be narrowed to. */
public record InvoiceFilter(
        @Nullable InvoiceStatus status,
        @Nullable InvoiceType type,
        @Nullable PartyId customer,

        @Parameter(description = "Issued on this day or later") @Nullable LocalDate from,

        @Parameter(description = "Issued on this day or earlier") @Nullable LocalDate to,

        @Parameter(description = "With an open instalment that is due before this day") @Nullable LocalDate dueBefore,

        @Nullable String number,

        @Parameter(description = "With just this total, whatever the currency") @Nullable BigDecimal gross,

        @Parameter(description = "Only these") @Nullable Set<InvoiceId> id,

        @Parameter(description = "Only those that the caller drafted") @Nullable Boolean mine) {

    /** All invoices and credit notes. */
    public static final InvoiceFilter NONE =
            new InvoiceFilter(null, null, null, null, null, null, null, null, null, null);

    public InvoiceFilter of(InvoiceType only) {
        return new InvoiceFilter(status, only, customer, from, to, dueBefore, number, gross, id, mine);
    }

    public InvoiceFilter of(Set<InvoiceId> only) {
        return new InvoiceFilter(status, type, customer, from, to, dueBefore, number, gross, only, mine);
    }

    public InvoiceFilter of(BigDecimal total) {
        return new InvoiceFilter(status, type, customer, from, to, dueBefore, number, total, id, mine);
    }
}
