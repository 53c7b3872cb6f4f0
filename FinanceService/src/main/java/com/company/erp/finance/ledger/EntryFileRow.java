package com.company.erp.finance.ledger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal entry as one row of a file, in the base currency. Rows that follow each other with the same
 * {@code entry} are one entry; date, text and reason are the same on all of them, or stand on the first alone.
 *
 * @param entry tells the entries of the file apart
 * @param account the code of the account
 * @param taxRole when absent, TAX on a tax account and BASE on any other
 */
record EntryFileRow(
        @NotNull @Size(max = 60) String entry,
        @Nullable LocalDate date,
        @Nullable @Size(max = 200) String text,
        @Nullable @Size(max = 500) String reason,
        @NotBlank @Size(max = 20) String account,
        @Nullable BigDecimal debit,
        @Nullable BigDecimal credit,
        @Nullable @Size(max = 40) String taxCode,
        TaxMark.@Nullable TaxRole taxRole,
        @Nullable @Size(max = 200) String lineText) {

    /** Whether it says nothing else of the entry than the first row does. */
    boolean continues(EntryFileRow first) {
        return same(date, first.date) && same(text, first.text) && same(reason, first.reason);
    }

    private static boolean same(@Nullable Object here, @Nullable Object first) {
        return here == null || here.equals(first);
    }
}
