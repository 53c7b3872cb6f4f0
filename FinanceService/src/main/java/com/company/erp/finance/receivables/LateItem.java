package com.company.erp.finance.receivables;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that a customer owes and has not paid in time, or that he has to his credit.
 *
 * @param item of the open items
 * @param open what of it was open; negative for a credit
 */
public record LateItem(UUID item, DocumentRef document, String number, LocalDate date, LocalDate dueDate, Money open) {}
