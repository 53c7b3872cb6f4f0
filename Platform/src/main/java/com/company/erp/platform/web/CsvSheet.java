package com.company.erp.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) in UTF-8, safe to open in a spreadsheet. */
final class CsvSheet implements ExportSheet {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private final CSVPrinter printer;

    CsvSheet(OutputStream out) throws IOException {
        this.printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    }

    @Override
    public void header(List<String> names) throws IOException {
        printer.printRecord(names);
    }

    @Override
    public void row(Stream<@Nullable Object> values) throws IOException {
        printer.printRecord(values.map(CsvSheet::text));
    }

    private static @Nullable Object text(@Nullable Object value) {
        if (value instanceof BigDecimal number) return number.toPlainString();
        return value instanceof String text ? harmless(text) : value;
    }

    /** A spreadsheet would run a text as a formula when it begins so; an apostrophe makes it text again. */
    static String harmless(String text) {
        if (text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0) return text;
        return NUMBER.matcher(text).matches() ? text : "'" + text;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
