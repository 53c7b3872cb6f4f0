package com.company.erp.masterdata.product;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something happened to a category: category.created, changed or deleted. */
public record CategoryEvent(
        @JsonIgnore String type, @JsonIgnore CategoryId category, String code) implements DomainEvent {

    @Override
    @JsonIgnore
    public DocumentRef ref() {
        return new DocumentRef("category", category);
    }
}
