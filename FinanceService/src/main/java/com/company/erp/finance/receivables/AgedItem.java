package com.company.erp.finance.receivables;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import java.time.LocalDate;

/**
 * What of a document a customer owed at the end of a day, or had to his credit.
 *
 * @param daysLate zero before its due date, and for a credit
 * @param open negative for a credit
 * @param openInBase the same in the base currency, at the rate of the document
 */
public record AgedItem(
        DocumentRef document,
        String number,
        LocalDate date,
        LocalDate dueDate,
        int daysLate,
        Money open,
        Money openInBase) {}
