package com.company.erp.finance.subledger;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import java.time.LocalDate;
import java.util.Set;

/**
 * Something about what is open of a document changed: told at once, within the transaction, to the feature that owns
 * it.
 *
 * @param open what is open of all its items; positive when the party owes the company
 * @param settledBy the types of the documents that its items are allocated to now
 */
public record DocumentSettled(DocumentRef document, Money open, Set<String> settledBy, LocalDate on) {}
