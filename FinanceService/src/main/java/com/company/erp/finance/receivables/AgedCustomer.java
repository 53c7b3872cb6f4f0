package com.company.erp.finance.receivables;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** What of each document a customer owed at the end of a day, and the sum in the base currency. */
public record AgedCustomer(PartyId customer, String name, LocalDate date, List<AgedItem> items, Money total) {

    static AgedCustomer of(PartyId customer, String name, LocalDate date, List<AgedItem> items, Currency base) {
        Money total = items.stream().map(AgedItem::openInBase).reduce(Money.zero(base), Money::plus);
        return new AgedCustomer(customer, name, date, items, total);
    }
}
