package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.DocumentRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the journal with its lines; {@code total} is the sum of its debits, in the base currency. */
public record JournalEntry(
        EntryId id,
        LocalDate date,
        String number,
        JournalKind journal,
        String text,
        @Nullable String reason,
        @Nullable DocumentRef document,
        @Nullable EntryId reverses,
        Instant postedAt,
        BigDecimal total,
        List<Line> lines) {

    /** A line of an entry, in the base currency. */
    public record Line(
            int line,
            AccountId account,
            String code,
            String name,
            BigDecimal debit,
            BigDecimal credit,
            @Nullable UUID party,
            @Nullable UUID taxCode,
            @Nullable String text) {}

    /** A line as one row of a file. */
    public record FileRow(
            LocalDate date,
            String number,
            JournalKind journal,
            String text,
            @Nullable String reason,
            int line,
            String account,
            String name,
            BigDecimal debit,
            BigDecimal credit,
            @Nullable String lineText) {}
}
