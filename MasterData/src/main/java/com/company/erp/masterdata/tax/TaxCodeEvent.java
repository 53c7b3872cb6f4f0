package com.company.erp.masterdata.tax;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something happened to a tax code: tax_code.created, changed, deactivated, activated or deleted. */
public record TaxCodeEvent(
        @JsonIgnore String type, @JsonIgnore TaxCodeId taxCode, String code) implements DomainEvent {

    @Override
    @JsonIgnore
    public DocumentRef ref() {
        return new DocumentRef("tax_code", taxCode);
    }
}
