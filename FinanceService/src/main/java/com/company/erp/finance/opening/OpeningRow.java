package com.company.erp.finance.opening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One line of an opening entry.
 *
 * @param entry tells which rows that follow each other are one entry
 * @param debit in the base currency; a row has a debit or a credit
 * @param party the code of the customer or supplier, on a control account
 * @param number the number of the open document in the earlier system, on a control account
 * @param dueDate when the open document is due, on a control account
 * @param currency of the open document, where that is not the base currency
 * @param amount what is open in that currency, more than zero
 */
record OpeningRow(
        @NotBlank @Size(max = 60) String entry,
        @NotNull LocalDate date,
        @NotBlank @Size(max = 20) String account,
        @Nullable BigDecimal debit,
        @Nullable BigDecimal credit,
        @Nullable @Size(max = 200) String text,
        @Nullable @Size(max = 40) String party,
        @Nullable @Size(max = 60) String number,
        @Nullable LocalDate dueDate,
        @Nullable Currency currency,
        @Nullable BigDecimal amount) {

    /** Debit positive, credit negative; only of a row that was checked. */
    BigDecimal signed() {
        if (debit != null) return debit;
        if (credit != null) return credit.negate();
        throw new IllegalStateException("A row without an amount was let through.");
    }
}
