package com.company.erp.masterdata.unit;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something happened to a unit: unit.created, changed, deactivated, activated or deleted. */
public record UnitEvent(@JsonIgnore String type, @JsonIgnore UnitId unit, String code) implements DomainEvent {

    @Override
    @JsonIgnore
    public DocumentRef ref() {
        return new DocumentRef("unit", unit);
    }
}
