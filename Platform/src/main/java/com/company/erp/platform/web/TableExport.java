package com.company.erp.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * Answers a list as a file, with one row for each record and the names of its components as the header. Memory stays
 * constant however long the list is:
 *
 * <pre>{@code
 * @AnswersFile
 * @GetMapping("/export")
 * void export(PartyFilter filter, @RequestParam(defaultValue = "csv") ExportFormat format, HttpServletResponse
 * response)
 *         throws IOException {
 *     TableExport.send(response, format, "parties", PartyRow.class, rows -> parties.export(filter, rows));
 * }
 * }</pre>
 *
 * The rows go to a file first and to the caller after the door has closed, so that a slow caller holds no transaction
 * and a failure in the middle is answered as a problem, not as half a list.
 */
public final class TableExport {

    private TableExport() {}

    /**
     * @param name of the file, without its extension
     * @param row what a row is: a record of texts, numbers, dates, enums, ids, money and records of such
     * @param door calls the one door method, which hands its rows over within its transaction
     */
    public static <T extends Record> void send(
            HttpServletResponse response,
            ExportFormat format,
            String name,
            Class<T> row,
            Consumer<Consumer<Stream<T>>> door)
            throws IOException {
        List<ExportColumn> columns = ExportColumn.of(row);
        List<String> names = columns.stream().map(ExportColumn::name).toList();
        send(
                response,
                format,
                name,
                file -> door.accept(rows -> file.accept(new ExportTable(
                        names, rows.map(record -> columns.stream().map(column -> column.value(record)))))));
    }

    /** @param door hands over a table whose columns are known only then */
    public static void send(
            HttpServletResponse response, ExportFormat format, String name, Consumer<Consumer<ExportTable>> door)
            throws IOException {
        Path file = Files.createTempFile("erp-export", ".tmp");
        try {
            var written = new AtomicLong();
            door.accept(table -> written.set(write(file, format, table)));
            response.setContentType(format.mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format.fileName(name) + "\"");
            response.setContentLengthLong(Files.size(file));
            new Exported(format.fileName(name), written.get()).remember();
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private static ExportSheet sheet(ExportFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvSheet(out);
            case NDJSON -> new NdjsonSheet(out);
            case XLSX -> new XlsxSheet(out);
        };
    }

    private static long write(Path file, ExportFormat format, ExportTable table) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var sheet = sheet(format, out)) {
            sheet.header(table.columns());
            long written = 0;
            for (var each = table.rows().iterator(); each.hasNext(); written++) sheet.row(each.next());
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
