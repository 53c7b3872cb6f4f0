package com.company.erp.web.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: the form, what stands in its fields as text, and what is wrong with it.
 *
 * @param errors by the path of the field, in the reader's language
 * @param problem what is wrong with the whole
 * @param unfinished when something was typed here and not saved
 */
public record FormView(
        Form form,
        String action,
        @Nullable String version,
        Map<String, String> values,
        Map<String, String> labels,
        Map<String, String> errors,
        @Nullable String problem,
        List<Difference> differences,
        @Nullable String unfinished) {

    /** A field that somebody else has changed meanwhile, or whose change somebody else does not know. */
    public record Difference(String label, String mine, String theirs) {}

    FormView different(List<Difference> found, @Nullable String now) {
        return new FormView(form, action, now, values, labels, errors, problem, found, unfinished);
    }

    FormView since(String moment) {
        return new FormView(form, action, version, values, labels, errors, problem, differences, moment);
    }

    public String value(String path) {
        return values.getOrDefault(path, "");
    }

    /** The words for a picked record. */
    public String label(String path) {
        return labels.getOrDefault(path, "");
    }

    /** What is wrong with the field, or with a part of it. */
    public @Nullable String error(String path) {
        String own = errors.get(path);
        if (own != null) return own;
        return errors.entrySet().stream()
                .filter(error -> error.getKey().startsWith(path + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    public boolean has(String path, String value) {
        return List.of(value(path).split(",")).contains(value);
    }

    public List<Field> row(int row) {
        Form.Grid grid = form.grid();
        return grid == null
                ? List.of()
                : grid.fields().stream()
                        .map(field -> field.inRow(grid.path(), row))
                        .toList();
    }

    /** The rows of the grid that say anything, and an empty one to go on. */
    public List<Integer> rows() {
        Form.Grid grid = form.grid();
        var rows = new ArrayList<Integer>();
        if (grid == null) return rows;
        int row = 0;
        while (hasRow(grid.path() + "[" + row + "].")) rows.add(row++);
        if (grid.counted() == null) rows.add(row);
        return rows;
    }

    private boolean hasRow(String prefix) {
        return values.keySet().stream().anyMatch(path -> path.startsWith(prefix));
    }

    /** What is wrong and stands beside no field. */
    public List<String> elsewhere() {
        Form.Grid grid = form.grid();
        return errors.entrySet().stream()
                .filter(error -> form.fields().noneMatch(field -> isOf(error.getKey(), field.path())))
                .filter(error -> grid == null || !isInGrid(error.getKey(), grid))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private static boolean isInGrid(String path, Form.Grid grid) {
        return grid.fields().stream()
                .anyMatch(field ->
                        path.matches("\\Q" + grid.path() + "\\E\\[\\d+]\\.\\Q" + field.path() + "\\E(\\..*)?"));
    }

    private static boolean isOf(String error, String path) {
        return error.equals(path) || error.startsWith(path + ".");
    }
}
