package com.company.erp.masterdata.product;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something happened to a product: product.created, changed, deactivated, activated or deleted. */
public record ProductEvent(
        @JsonIgnore String type, @JsonIgnore ProductId product, String code) implements DomainEvent {

    @Override
    @JsonIgnore
    public DocumentRef ref() {
        return new DocumentRef("product", product);
    }
}
