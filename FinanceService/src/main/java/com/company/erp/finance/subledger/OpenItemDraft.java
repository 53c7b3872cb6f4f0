package com.company.erp.finance.subledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item to be opened: what one line on a control account stands for.
 *
 * @param amount in the currency of the document; positive when the party owes the company, negative for its credit
 * @param base the same in the base currency, as posted
 * @param discountUntil the last day on which the discount may be taken, if any is granted
 * @param discount how much less settles the item until then, in the currency of the document
 */
public record OpenItemDraft(
        OpenItemId id,
        AccountId account,
        UUID party,
        DocumentRef document,
        LocalDate date,
        LocalDate dueDate,
        Money amount,
        Money base,
        @Nullable LocalDate discountUntil,
        @Nullable Money discount) {

    public OpenItemDraft(
            OpenItemId id,
            AccountId account,
            UUID party,
            DocumentRef document,
            LocalDate date,
            LocalDate dueDate,
            Money amount,
            Money base) {
        this(id, account, party, document, date, dueDate, amount, base, null, null);
    }
}
