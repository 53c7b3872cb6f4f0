package com.company.erp.platform.table;

import com.company.erp.kernel.InvalidInput;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows one after the other. */
public interface TableReader extends Closeable {

    /**
     * The next row that holds anything; null behind the last.
     *
     * @throws InvalidInput file.malformed and others, when the file cannot be read any further
     */
    @Nullable TableRow next() throws IOException;

    /**
     * Opens a file and reads its header.
     *
     * @throws InvalidInput file.empty, file.encoding, file.malformed, file.expands, table.header
     */
    static TableReader open(TableFormat format, Path file, Columns columns) throws IOException {
        return switch (format) {
            case CSV -> CsvReader.open(file, columns);
            case XLSX -> XlsxReader.open(file, columns);
            case NDJSON -> new NdjsonReader(file, columns);
        };
    }

    static InvalidInput malformed(String message) {
        return new InvalidInput("file", "file.malformed", message);
    }
}
