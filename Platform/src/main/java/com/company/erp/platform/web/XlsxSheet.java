package com.company.erp.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook with the rows on one sheet, or on several where they are more than a sheet can hold. */
final class XlsxSheet implements ExportSheet {

    private static final int MOST_ROWS = 1_048_576;
    private static final int FLUSHED_ROWS = 500;

    private final Workbook workbook;
    private List<String> names = List.of();
    private Worksheet sheet;
    private int sheets = 1;
    private int next;

    XlsxSheet(OutputStream out) {
        this.workbook = new Workbook(out, "ERP", null);
        this.sheet = workbook.newWorksheet("1");
    }

    @Override
    public void header(List<String> header) throws IOException {
        names = header;
        row(header.stream().map(name -> (Object) name));
    }

    @Override
    public void row(Stream<@Nullable Object> values) throws IOException {
        if (next == MOST_ROWS) turnSheet();
        int column = 0;
        var each = values.iterator();
        while (each.hasNext()) cell(column++, each.next());
        next++;
        if (next % FLUSHED_ROWS == 0) sheet.flush();
    }

    private void turnSheet() throws IOException {
        sheet.finish();
        sheets++;
        sheet = workbook.newWorksheet(Integer.toString(sheets));
        next = 0;
        header(names);
    }

    /** Text stands in its cell, not in the workbook's list of shared strings, which would be held in memory. */
    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(next, column, number);
            case Boolean flag -> sheet.value(next, column, flag);
            case LocalDate date -> {
                sheet.value(next, column, date);
                sheet.style(next, column).format("yyyy-mm-dd").set();
            }
            case Instant instant -> {
                sheet.value(next, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
                sheet.style(next, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> sheet.inlineString(next, column, value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
