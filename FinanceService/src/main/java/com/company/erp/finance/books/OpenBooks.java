package com.company.erp.finance.books;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What the books are opened with.
 *
 * @param chart the name of a chart template
 * @param startsOn the first day of the first fiscal year, a first of a month
 */
public record OpenBooks(
        @NotBlank @Size(max = 40) String chart, @NotNull LocalDate startsOn) {}
