package com.company.erp.assembly.sql;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A query's answer as a table of aligned columns, numbers to the right. */
final class TextTable {

    private static final Set<Integer> NUMBERS =
            Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.DOUBLE);

    private final List<String[]> rows = new ArrayList<>();
    private final String[] titles;
    private final boolean[] toTheRight;
    private final int[] widths;
    private boolean isCut;

    private TextTable(ResultSetMetaData columns) throws SQLException {
        titles = new String[columns.getColumnCount()];
        toTheRight = new boolean[titles.length];
        widths = new int[titles.length];
        for (int column = 0; column < titles.length; column++) {
            titles[column] = columns.getColumnLabel(column + 1);
            toTheRight[column] = NUMBERS.contains(columns.getColumnType(column + 1));
        }
        widen(titles);
    }

    /** At most so many rows; whether there are more is known afterwards. */
    static TextTable of(ResultSet answer, int rowsMax) throws SQLException {
        var table = new TextTable(answer.getMetaData());
        while (answer.next()) {
            if (table.rows.size() == rowsMax) {
                table.isCut = true;
                break;
            }
            String[] row = new String[table.titles.length];
            for (int column = 0; column < row.length; column++) {
                String value = answer.getString(column + 1);
                row[column] = value == null ? "NULL" : oneLine(value);
            }
            table.rows.add(row);
            table.widen(row);
        }
        return table;
    }

    boolean isCut() {
        return isCut;
    }

    int rowCount() {
        return rows.size();
    }

    void print(PrintStream out) {
        out.println(line(titles));
        var rule = new StringBuilder();
        for (int width : widths) {
            rule.append(rule.isEmpty() ? "" : "+").append("-".repeat(width + 2));
        }
        out.println(rule);
        for (String[] row : rows) {
            out.println(line(row));
        }
    }

    private String line(String[] cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            String padding = " ".repeat(widths[column] - width(cells[column]));
            line.append(column == 0 ? " " : " | ");
            line.append(toTheRight[column] ? padding + cells[column] : cells[column] + padding);
        }
        return line.toString().stripTrailing();
    }

    private void widen(String[] cells) {
        for (int column = 0; column < cells.length; column++) {
            widths[column] = Math.max(widths[column], width(cells[column]));
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What is kept in a table must not move the cursor of the terminal that shows it. */
    private static String oneLine(String value) {
        return value.replaceAll("\\R", "↵").replaceAll("\\p{Cntrl}", "·");
    }
}
