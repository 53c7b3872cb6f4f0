package com.company.erp.masterdata.party;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something happened to a party: party.created, changed, deactivated, activated or deleted. */
public record PartyEvent(
        @JsonIgnore String type, @JsonIgnore PartyId party, String code) implements DomainEvent {

    @Override
    @JsonIgnore
    public DocumentRef ref() {
        return new DocumentRef("party", party);
    }
}
