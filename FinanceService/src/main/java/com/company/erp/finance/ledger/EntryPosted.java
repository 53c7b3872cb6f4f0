package com.company.erp.finance.ledger;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;

/** An entry was posted by hand, or reversed. */
public record EntryPosted(EntryId entry, String number) implements DomainEvent {

    @Override
    public String type() {
        return "entry.posted";
    }

    @Override
    public DocumentRef ref() {
        return new DocumentRef("entry", entry);
    }
}
