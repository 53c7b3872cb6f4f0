package com.company.erp.assembly.sql;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One conversation with the database: lines go in, tables and errors come out. */
final class SqlSession {

    /** More would fill a screen a hundred times, and the memory of the console too. */
    private static final int SHOWN_ROWS_MAX = 10_000;

    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");

    private static final String TABLES = """
            SELECT n.nspname AS schema, c.relname AS "table",
                   greatest(c.reltuples, 0)::bigint AS "rows, about",
                   pg_size_pretty(pg_total_relation_size(c.oid)) AS size
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_|information_schema)'
            ORDER BY 1, 2""";

    private static final String COLUMNS = """
            SELECT a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS type,
                   CASE WHEN a.attnotnull THEN 'not null' ELSE '' END AS nulls,
                   coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS "default"
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum""";

    private static final String RULES = """
            SELECT conname AS "constraint", pg_get_constraintdef(oid) AS definition
            FROM pg_constraint WHERE conrelid = to_regclass(?)
            UNION ALL
            SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
            FROM pg_index WHERE indrelid = to_regclass(?)
            ORDER BY 1, 2""";

    private final Connection connection;
    private final PrintStream out;
    private final PrintStream err;
    private final StatementReader reader = new StatementReader();

    SqlSession(Connection connection, PrintStream out, PrintStream err) {
        this.connection = connection;
        this.out = out;
        this.err = err;
    }

    /** Runs all of it, the last statement also without its semicolon, up to the first error. */
    boolean run(List<String> lines) {
        return lines.stream().allMatch(this::take) && takeRest();
    }

    boolean isBetweenStatements() {
        return reader.isBetweenStatements();
    }

    boolean isEndedBy(String line) {
        return isBetweenStatements() && line.strip().equals("\\q");
    }

    /** Takes one more line and runs what it completes; false after an error. */
    boolean take(String line) {
        if (isBetweenStatements() && line.startsWith("\\")) {
            return attempt(() -> command(line.strip().replaceFirst(";$", "")));
        }
        return reader.read(line).stream().allMatch(statement -> attempt(() -> execute(statement)));
    }

    boolean takeRest() {
        Optional<String> rest = reader.rest();
        return rest.isEmpty() || attempt(() -> execute(rest.get()));
    }

    static String oneLine(SQLException error) {
        return String.valueOf(error.getMessage()).lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    private boolean attempt(Attempt attempt) {
        try {
            attempt.run();
            return true;
        } catch (SQLException e) {
            err.println(oneLine(e));
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(SHOWN_ROWS_MAX + 1);
            boolean isTable = statement.execute(sql);
            while (isTable || statement.getUpdateCount() != -1) {
                if (isTable) {
                    show(statement.getResultSet());
                } else {
                    out.println(isChange(sql) ? counted(statement.getLargeUpdateCount(), " changed") : "(done)");
                }
                isTable = statement.getMoreResults();
            }
        }
    }

    private void show(ResultSet answer) throws SQLException {
        TextTable table = TextTable.of(answer, SHOWN_ROWS_MAX);
        table.print(out);
        out.println(table.isCut() ? "(the first " + SHOWN_ROWS_MAX + " rows)" : counted(table.rowCount(), ""));
    }

    private static boolean isChange(String sql) {
        return CHANGES.contains(sql.split("\\W+", 2)[0].toLowerCase(Locale.ROOT));
    }

    private static String counted(long rows, String what) {
        return "(" + rows + (rows == 1 ? " row" : " rows") + what + ")";
    }

    private void command(String line) throws SQLException {
        String[] words = line.split("\\s+", 2);
        if (words[0].equals("\\dt")) {
            execute(TABLES);
        } else if (words[0].equals("\\d") && words.length == 2) {
            describe(words[1]);
        } else {
            throw new SQLException("There is no command " + line + "; there are \\dt, \\d TABLE and \\q.");
        }
    }

    private void describe(String name) throws SQLException {
        try (PreparedStatement columns = connection.prepareStatement(COLUMNS);
                PreparedStatement rules = connection.prepareStatement(RULES)) {
            columns.setString(1, name);
            rules.setString(1, name);
            rules.setString(2, name);
            TextTable table = TextTable.of(columns.executeQuery(), SHOWN_ROWS_MAX);
            if (table.rowCount() == 0) {
                throw new SQLException("There is no table " + name + ".");
            }
            table.print(out);
            out.println();
            TextTable.of(rules.executeQuery(), SHOWN_ROWS_MAX).print(out);
        }
    }
}
