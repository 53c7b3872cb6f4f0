package com.company.erp.platform.web;

import com.company.erp.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted: the same four parameters on every list. */
public record Paging(
        @Parameter(description = "How many records, 1 to 500; 50 when absent") @Nullable Integer limit,

        @Parameter(description = "The cursor that the page before answered as next") @Nullable String after,

        @Parameter(description = "The field to sort by, with a minus in front for descending") @Nullable String sort,

        @Parameter(description = "Words to search for") @Nullable String q) {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    /** @throws InvalidInput limit.range */
    int size() {
        if (limit == null) return USUAL;
        if (limit < 1 || limit > MOST) throw new InvalidInput("limit", "limit.range", "A limit is 1 to " + MOST + ".");
        return limit;
    }
}
