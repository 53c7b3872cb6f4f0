package com.company.erp.finance.receivables;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import java.time.LocalDate;

/**
 * A customer with something overdue.
 *
 * @param overdue less what he has to his credit, in the base currency
 * @param since the oldest due date
 */
public record LateCustomer(PartyId customer, String code, String name, Money overdue, LocalDate since) {}
