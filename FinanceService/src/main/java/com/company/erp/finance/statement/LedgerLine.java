package com.company.erp.finance.statement;

import com.company.erp.finance.ledger.EntryId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting on an account.
 *
 * @param contra the codes of the accounts on the other side of its entry
 * @param balance debits less credits of the account after this line
 * @param amount in the currency of the document, positive for a debit
 */
public record LedgerLine(
        UUID id,
        LocalDate date,
        EntryId entry,
        String number,
        String text,
        @Nullable DocumentRef document,
        List<String> contra,
        BigDecimal debit,
        BigDecimal credit,
        BigDecimal balance,
        Money amount,
        @Nullable UUID party) {}
