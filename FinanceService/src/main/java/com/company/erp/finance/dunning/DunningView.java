package com.company.erp.finance.dunning;

import com.company.erp.finance.receivables.LateItem;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.web.Versioned;
import java.time.LocalDate;
import java.util.List;

/**
 * A dunning letter and what it asks for, as it was open on its day.
 *
 * @param items the oldest due date first; what the customer has to his credit counts negative
 * @param totals one for each currency
 */
public record DunningView(
        DunningId id,
        int version,
        PartyId customer,
        LocalDate date,
        int level,
        LocalDate payUntil,
        List<LateItem> items,
        List<Money> totals)
        implements Versioned {}
