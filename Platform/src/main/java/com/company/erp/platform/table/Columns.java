package com.company.erp.platform.table;

import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.web.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a table may have and those that it must have, found by name in whatever case, or by what somebody
 * says that a heading means.
 */
public final class Columns {

    /** How the headings begin of what is said about a row and is no part of it; they are passed over. */
    public static final String ASIDE = "refused.";

    private static final int MOST_NAMED = 20;

    private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> required;
    private final Map<String, String> meanings;
    private final @Nullable Set<String> headings;

    Columns(List<String> names, Set<String> required) {
        this(names, required, Map.of(), null);
    }

    private Columns(
            Collection<String> names,
            Set<String> required,
            Map<String, String> meanings,
            @Nullable Set<String> headings) {
        names.forEach(name -> this.names.put(name, name));
        this.required = required;
        this.meanings = meanings;
        this.headings = headings;
    }

    /** Takes every heading for a column, and notes it. */
    static Columns any(Set<String> noted) {
        return new Columns(List.of(), Set.of(), Map.of(), noted);
    }

    /** @param meanings the column that each of some headings means; an empty one passes its column over */
    public Columns meant(Map<String, String> meanings) {
        return new Columns(names.values(), required, meanings, null);
    }

    public List<String> names() {
        return List.copyOf(names.values());
    }

    public Set<String> required() {
        return required;
    }

    /** The column of a heading, empty for one that is passed over; null when there is none. */
    @Nullable String find(String heading) {
        String plain = heading.strip();
        if (headings != null) {
            headings.add(plain);
            return plain;
        }
        if (plain.startsWith(ASIDE)) return "";
        String meant = meanings.get(plain);
        if (meant == null) return names.get(plain);
        return meant.isEmpty() ? meant : names.get(meant);
    }

    /**
     * The columns of a header line, in its order. Headings that are empty at the end of the line are ignored.
     *
     * @throws InvalidInput table.header, with one problem for each heading: column.unknown, column.repeated,
     *     column.missing
     */
    List<String> resolve(List<String> headings) {
        int count = headings.size();
        while (count > 0 && headings.get(count - 1).isBlank()) count--;
        var columns = new ArrayList<String>();
        var problems = new ArrayList<FieldProblem>();
        var missing = new HashSet<>(required);
        for (String heading : headings.subList(0, count)) {
            String column = find(heading);
            if (column == null) {
                problems.add(new FieldProblem(printable(heading), "column.unknown", "There is no such column."));
            } else if (!column.isEmpty() && columns.contains(column)) {
                problems.add(new FieldProblem(column, "column.repeated", "The column is there more than once."));
            } else {
                missing.remove(column);
                columns.add(column);
            }
        }
        missing.stream()
                .sorted()
                .forEach(column ->
                        problems.add(new FieldProblem(column, "column.missing", "This column has to be there.")));
        if (problems.isEmpty()) return columns;
        throw new InvalidInput(
                "table.header",
                "The header is not right; the columns are " + String.join(", ", names.values()) + ".",
                problems.size() > MOST_NAMED ? problems.subList(0, MOST_NAMED) : problems);
    }

    static String printable(String heading) {
        String text = heading.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() || text.length() > 100 || !PlainText.is(text) ? "?" : heading.strip();
    }
}
