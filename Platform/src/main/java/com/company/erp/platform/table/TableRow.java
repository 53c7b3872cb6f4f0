package com.company.erp.platform.table;

import com.company.erp.kernel.FieldProblem;
import com.company.erp.platform.web.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, as read. It has a number that a person finds again in the file: the row of the spreadsheet, where
 * the header is row 1; the record of a CSV file, counted alike; the line of a file of JSON lines.
 */
public final class TableRow {

    /** The most that a spreadsheet's cell can hold. */
    static final int MOST_TEXT = 32_767;

    private static final char UNDECODABLE = '\ufffd';

    private final int number;
    private final Map<String, Cell> cells = new HashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    TableRow(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The text of a column, as written; empty when nothing is. */
    public String text(String column) {
        return Objects.requireNonNullElse(cells.get(column), new Cell("")).text();
    }

    @Nullable Cell cell(String column) {
        return cells.get(column);
    }

    boolean isEmpty() {
        return cells.isEmpty() && problems.isEmpty();
    }

    /** What is wrong with the row already, before anybody asks what it means. */
    List<FieldProblem> problems() {
        return problems;
    }

    /** A column without a name is passed over. */
    void put(String column, String text, @Nullable LocalDate dayZero) {
        String stripped = text.strip();
        if (stripped.isEmpty() || column.isEmpty()) return;
        if (stripped.length() > MOST_TEXT) {
            refuse(column, "field.too_long", "A cell holds at most " + MOST_TEXT + " characters.");
        } else if (stripped.indexOf(UNDECODABLE) >= 0) {
            refuse(column, "field.encoding", "The text is not UTF-8.");
        } else if (!PlainText.is(stripped)) {
            refuse(column, "field.malformed", "The text holds a control character.");
        } else {
            cells.put(column, new Cell(stripped, dayZero));
        }
    }

    void refuse(String column, String code, String message) {
        if (!column.isEmpty()) problems.add(new FieldProblem(column, code, message));
    }
}
