package com.company.erp.web.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as it is shown. */
public record Table(String name, List<Head> heads, List<List<Cell>> rows) {

    /**
     * The head of a column.
     *
     * @param sort where a click on it leads, when the list sorts by it
     * @param order ascending or descending, when the list is sorted by it
     */
    public record Head(
            String label,
            Kind kind,
            @Nullable String sort,
            @Nullable String order) {}
}
