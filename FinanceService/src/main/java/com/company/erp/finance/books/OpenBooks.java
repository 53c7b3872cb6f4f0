package com.company.erp.finance.books;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the books are opened with.
 *
 * @param chart the name of a chart template; absent for a company that brings a chart of its own by import
 * @param startsOn the first day of the first fiscal year, a first of a month
 */
public record OpenBooks(
        @Nullable @Size(max = 40) String chart, @NotNull LocalDate startsOn) {}
