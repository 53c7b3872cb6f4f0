package com.company.erp.platform.table;

import com.company.erp.kernel.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Values separated by comma, semicolon or tab, whichever the header has most of. */
final class CsvReader implements TableReader {

    private static final Pattern DISARMED = Pattern.compile("'[=+\\-@].*", Pattern.DOTALL);

    private final TextFile text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> columns = List.of();

    private CsvReader(TextFile text, char delimiter) throws IOException {
        this.text = text;
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
        this.records = parser.iterator();
    }

    static CsvReader open(Path file, Columns columns) throws IOException {
        TextFile text = TextFile.open(file);
        try {
            String header = text.peekLine();
            if (header.indexOf('\ufffd') >= 0) {
                throw new InvalidInput("file", "file.encoding", "The file is not UTF-8.");
            }
            var reader = new CsvReader(text, delimiter(header));
            CSVRecord first = reader.record();
            if (first == null) throw new InvalidInput("file", "file.empty", "The file is empty.");
            reader.columns = columns.resolve(first.toList());
            return reader;
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private static char delimiter(String header) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = header.replaceAll("\"[^\"]*\"", "")
                    .chars()
                    .filter(c -> c == candidate)
                    .count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    @Override
    public @Nullable TableRow next() {
        for (CSVRecord record = record(); record != null; record = record()) {
            TableRow row = row(record);
            if (!row.isEmpty()) return row;
        }
        return null;
    }

    private @Nullable CSVRecord record() {
        try {
            if (!records.hasNext()) return null;
            CSVRecord record = records.next();
            text.rowEnded();
            return record;
        } catch (UncheckedIOException e) {
            throw TableReader.malformed(
                    "Row " + (parser.getRecordNumber() + 1) + " is not well-formed CSV; check its quotation marks.");
        }
    }

    private TableRow row(CSVRecord record) {
        var row = new TableRow((int) record.getRecordNumber());
        if (record.size() == 1 && record.get(0).isBlank()) return row;
        int extra = record.size() - columns.size();
        for (int i = columns.size(); i < record.size() && extra > 0; i++) {
            if (record.get(i).isBlank()) extra--;
        }
        if (extra != 0) {
            row.refuse(
                    "row",
                    "row.columns",
                    "The row has " + record.size() + " cells, the header " + columns.size() + " columns.");
        }
        for (int i = 0; i < Math.min(columns.size(), record.size()); i++) {
            row.put(columns.get(i), armed(record.get(i)), null);
        }
        return row;
    }

    /** Takes off the apostrophe that our own exports set before a text that would be a formula. */
    private static String armed(String text) {
        return DISARMED.matcher(text).matches() ? text.substring(1) : text;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
