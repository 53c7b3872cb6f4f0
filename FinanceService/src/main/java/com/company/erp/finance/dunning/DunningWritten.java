package com.company.erp.finance.dunning;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.events.DomainEvent;

/** A customer was reminded of what is overdue. */
public record DunningWritten(DunningId letter, PartyId customer, int level) implements DomainEvent {

    @Override
    public String type() {
        return "dunning_letter.written";
    }

    @Override
    public DocumentRef ref() {
        return new DocumentRef(DunningLetter.TYPE, letter.value());
    }
}
