package com.company.erp.finance.subledger;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import java.time.LocalDate;

/**
 * An allocation in force.
 *
 * @param difference the exchange difference it realised, in the base currency; positive is a gain
 */
public record AllocationView(
        AllocationId id,
        OpenItemId debit,
        DocumentRef debitDocument,
        OpenItemId credit,
        DocumentRef creditDocument,
        LocalDate on,
        Money amount,
        Money difference) {}
