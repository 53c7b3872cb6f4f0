package com.company.erp.finance.books;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a company has books, and of which time.
 *
 * @param startsOn the first day of its first fiscal year
 * @param endsOn the last day of its last fiscal year that is open for posting
 */
public record BooksView(
        boolean open,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
