package com.company.erp.finance.statement;

import com.company.erp.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * How the company stands, at a glance; in the base currency.
 *
 * @param cash in the bank and in the till at the end of the day
 * @param sales what was earned in each of the last twelve months, the earliest first
 */
public record Overview(Money cash, List<Month> sales) {

    /** @param startsOn its first day */
    public record Month(LocalDate startsOn, Money amount) {}
}
