package com.company.erp.finance.subledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item of the sub-ledger and what is still open of it; amounts positive when the party owes the company. */
public record OpenItemView(
        OpenItemId id,
        AccountId account,
        UUID party,
        DocumentRef document,
        EntryId entry,
        String number,
        LocalDate date,
        LocalDate dueDate,
        Money amount,
        Money base,
        Money open,
        Money openBase,
        @Nullable LocalDate discountUntil,
        @Nullable Money discount) {}
