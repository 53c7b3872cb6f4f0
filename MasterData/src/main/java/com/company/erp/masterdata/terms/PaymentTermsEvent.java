package com.company.erp.masterdata.terms;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something happened to payment terms: payment_terms.created, changed, deactivated, activated or deleted. */
public record PaymentTermsEvent(
        @JsonIgnore String type, @JsonIgnore PaymentTermsId terms, String code) implements DomainEvent {

    @Override
    @JsonIgnore
    public DocumentRef ref() {
        return new DocumentRef("named_terms", terms);
    }
}
