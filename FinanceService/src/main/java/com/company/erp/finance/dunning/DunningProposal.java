package com.company.erp.finance.dunning;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer who could be reminded.
 *
 * @param overdue less what he has to his credit, in the base currency
 * @param overdueSince the oldest due date
 * @param level of the letter that would come next
 * @param lastOn when he got the last letter
 */
public record DunningProposal(
        PartyId customer,
        String code,
        String name,
        Money overdue,
        LocalDate overdueSince,
        int level,
        @Nullable LocalDate lastOn) {}
