package com.company.erp.kernel;

import java.util.UUID;

/** Points at a record of any feature, without knowing it: its type in the singular ({@code invoice}) and its id. */
public record DocumentRef(String type, UUID id) {

    public DocumentRef(String type, Id id) {
        this(type, id.value());
    }
}
