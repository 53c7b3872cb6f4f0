package com.company.erp.platform.events;

import com.company.erp.kernel.DocumentRef;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened to a record. Published inside the transaction through Spring's event publisher; it reaches
 * listeners at once and lands in the outbox, whose payload are the other components of the implementing record.
 */
public interface DomainEvent {

    /** What happened, as noun.past-participle: {@code invoice.issued}. Part of the API. */
    String type();

    @JsonIgnore
    DocumentRef ref();
}
