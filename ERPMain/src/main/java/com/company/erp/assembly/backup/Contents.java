package com.company.erp.assembly.backup;

import com.company.erp.assembly.embedded.RunningDatabase;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a backup says of itself: when it was begun and how many rows some tables had at that instant. The copy holds the
 * state at its end, so a restored table has as many rows or more.
 */
record Contents(Instant begunAt, Map<String, Long> rows) {

    static final String FILE = "backup.properties";

    private static final String ROWS = "rows.";

    /** Tables from which nothing is ever deleted. */
    private static final String COUNTS = """
            SELECT 'companies', count(*) FROM companies UNION ALL SELECT 'entries', count(*) FROM entries
            UNION ALL SELECT 'entry_lines', count(*) FROM entry_lines
            UNION ALL SELECT 'allocations', count(*) FROM allocations UNION ALL SELECT 'audit_log', count(*) FROM audit_log""";

    static Contents of(RunningDatabase database, Instant now) throws SQLException {
        return new Contents(now, rowsIn(database));
    }

    private static Map<String, Long> rowsIn(RunningDatabase database) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(COUNTS)) {
            while (counts.next()) rows.put(counts.getString(1), counts.getLong(2));
        }
        return rows;
    }

    /** The tables that have fewer rows than were counted, with both counts. */
    List<String> missingIn(RunningDatabase database) throws SQLException {
        Map<String, Long> found = rowsIn(database);
        return rows.entrySet().stream()
                .filter(counted -> found.getOrDefault(counted.getKey(), 0L) < counted.getValue())
                .map(counted -> "%s has %d rows and had %d when it was backed up"
                        .formatted(counted.getKey(), found.getOrDefault(counted.getKey(), 0L), counted.getValue()))
                .toList();
    }

    static Contents read(Path folder) throws IOException {
        var told = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            told.load(in);
        }
        Map<String, Long> rows = new TreeMap<>();
        for (String name : told.stringPropertyNames()) {
            if (name.startsWith(ROWS)) rows.put(name.substring(ROWS.length()), Long.valueOf(told.getProperty(name)));
        }
        return new Contents(Instant.parse(told.getProperty("begun")), rows);
    }

    String text() {
        var text = new StringBuilder("begun=" + begunAt + "\n");
        rows.forEach((table, count) ->
                text.append(ROWS).append(table).append('=').append(count).append('\n'));
        return text.toString();
    }
}
