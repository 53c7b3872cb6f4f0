package com.company.erp.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report that is answered as JSON, or as a CSV or XLSX file on request.
 *
 * @param name of the file, without its ending
 * @param row what a row of the file is
 * @param rows hands the rows over
 */
public record ReportFile<T extends Record>(String name, Class<T> row, Consumer<Consumer<Stream<T>>> rows) {

    /** A file of rows that are all in memory. */
    public static <T extends Record> ReportFile<T> of(String name, Class<T> row, Supplier<List<T>> rows) {
        return new ReportFile<>(name, row, taker -> taker.accept(rows.get().stream()));
    }

    /**
     * The report for {@code format=json}; null once a file has been sent.
     *
     * @throws com.company.erp.kernel.InvalidInput export.format, for any other format than json, csv and xlsx
     */
    public <R> @Nullable R orJson(String format, HttpServletResponse response, Supplier<R> report) throws IOException {
        if (format.equals("json")) return report.get();
        TableExport.send(response, ExportFormat.parse(format), name, row, rows);
        return null;
    }
}
