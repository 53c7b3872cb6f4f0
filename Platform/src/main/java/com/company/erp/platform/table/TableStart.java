package com.company.erp.platform.table;

import com.company.erp.kernel.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * How a table begins: its headings and some rows, each with a text for every heading.
 */
public record TableStart(List<String> headings, List<List<String>> rows) {

    /** @throws InvalidInput file.empty, file.encoding, file.malformed, file.expands, table.header */
    public static TableStart read(TableFormat format, Path file, int most) throws IOException {
        var headings = new LinkedHashSet<String>();
        var rows = new ArrayList<TableRow>();
        try (var reader = TableReader.open(format, file, Columns.any(headings))) {
            for (TableRow row = reader.next(); row != null && rows.size() < most; row = reader.next()) rows.add(row);
        }
        headings.remove("");
        return new TableStart(
                List.copyOf(headings),
                rows.stream()
                        .map(row -> headings.stream().map(row::text).toList())
                        .toList());
    }
}
