package com.company.erp.finance.register;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;

/** What was invoiced to one customer, without tax and less what was credited; in the base currency. */
public record CustomerSales(PartyId customer, String name, Money sales) {}
