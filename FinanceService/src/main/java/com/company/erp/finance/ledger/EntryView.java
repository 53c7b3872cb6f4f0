package com.company.erp.finance.ledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posted entry with its lines; debits and credits in the base currency. */
public record EntryView(
        EntryId id,
        String number,
        JournalKind journal,
        LocalDate date,
        String text,
        @Nullable String reason,
        @Nullable DocumentRef document,
        @Nullable EntryId reverses,
        @Nullable EntryId reversedBy,
        UUID postedBy,
        Instant postedAt,
        String hash,
        List<LineView> lines) {

    /** One line; {@code amount} is in the currency of the document, signed. */
    public record LineView(
            int line,
            AccountId account,
            String code,
            String name,
            Money debit,
            Money credit,
            Money amount,
            @Nullable UUID party,
            @Nullable UUID taxCode,
            TaxMark.@Nullable TaxRole taxRole,
            @Nullable String text) {}
}
