package com.company.erp.finance.ledger;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;

/** An entry was posted from a file, where it had the key {@code name}. */
public record EntryImported(EntryId entry, String name) implements DomainEvent {

    @Override
    public String type() {
        return "entry.imported";
    }

    @Override
    public DocumentRef ref() {
        return new DocumentRef("entry", entry);
    }
}
