package com.company.erp.finance.payment;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.subledger.AllocationView;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.web.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment and what it settles.
 *
 * @param amount what moved at the bank, before a fee; for a write-off what was let go
 * @param unallocated what of it settles nothing yet: the customer's credit
 */
public record PaymentView(
        PaymentId id,
        String number,
        PaymentKind kind,
        PaymentStatus status,
        PartyId customer,
        LocalDate date,
        Money amount,
        Money unallocated,
        AccountId account,
        @Nullable String reference,
        EntryId entry,
        List<AllocationView> allocations,
        int version)
        implements Versioned {}
