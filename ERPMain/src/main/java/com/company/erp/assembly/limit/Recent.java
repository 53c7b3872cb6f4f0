package com.company.erp.assembly.limit;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers one thing of each caller, and forgets those who have not asked for longest. */
final class Recent<T> {

    private static final int CALLERS_MAX = 10_000;

    private final Map<String, T> things = new LinkedHashMap<>(16, 0.75f, true) {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > CALLERS_MAX;
        }
    };

    synchronized T get(String caller, Function<String, T> first) {
        return things.computeIfAbsent(caller, first);
    }
}
