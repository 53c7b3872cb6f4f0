package com.company.erp.platform.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an importer carries from its writes to the end of their transaction: in mode atomic that is the whole import, in
 * mode skip one batch.
 */
public final class ImportSession {

    private final ImportId id;
    private final Map<Class<?>, Object> kept = new HashMap<>();

    ImportSession(ImportId id) {
        this.id = id;
    }

    public ImportId id() {
        return id;
    }

    /** What was kept before under its type, or what the maker makes now. */
    public <T> T kept(Class<T> type, Supplier<T> maker) {
        return type.cast(kept.computeIfAbsent(type, t -> maker.get()));
    }
}
