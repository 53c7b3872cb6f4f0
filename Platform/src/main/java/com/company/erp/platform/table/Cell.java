package com.company.erp.platform.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one cell.
 *
 * @param text never empty; spaces around it are off
 * @param dayZero for a spreadsheet's number, the day from which the spreadsheet counts if the number is to be a date
 */
record Cell(String text, @Nullable LocalDate dayZero) {

    Cell(String text) {
        this(text, null);
    }
}
