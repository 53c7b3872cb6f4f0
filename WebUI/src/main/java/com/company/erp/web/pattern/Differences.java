package com.company.erp.web.pattern;

import com.company.erp.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How what was typed differs from what stands in the record now, field by field and in the reader's words. */
final class Differences {

    private static final Pattern IN_ROW = Pattern.compile("(.+)\\[(\\d+)]\\.(.+)");

    private final Form form;
    private final Typed reading;
    private final Texts texts;

    Differences(Form form, Typed reading, Texts texts) {
        this.form = form;
        this.reading = reading;
        this.texts = texts;
    }

    List<FormView.Difference> between(
            Map<String, String> mine,
            Map<String, String> myLabels,
            Map<String, String> theirs,
            Map<String, String> theirLabels) {
        var found = new ArrayList<FormView.Difference>();
        for (Field field : fields(mine.keySet(), theirs.keySet())) {
            String path = field.kind() == Kind.MONEY ? field.path() + ".amount" : field.path();
            String my = mine.getOrDefault(path, "");
            String their = theirs.getOrDefault(path, "");
            if (isSame(field, my, their)) continue;
            found.add(new FormView.Difference(
                    label(field.path()),
                    shown(field, my, myLabels.getOrDefault(path, "")),
                    shown(field, their, theirLabels.getOrDefault(path, ""))));
        }
        return found;
    }

    private List<Field> fields(Set<String> mine, Set<String> theirs) {
        var fields = new ArrayList<>(form.fields().toList());
        Form.Grid grid = form.grid();
        if (grid == null) return fields;
        var rows = new LinkedHashSet<>(mine);
        rows.addAll(theirs);
        int last = rows.stream()
                .map(IN_ROW::matcher)
                .filter(row -> row.matches() && row.group(1).equals(grid.path()))
                .mapToInt(row -> Integer.parseInt(row.group(2)))
                .max()
                .orElse(-1);
        grid.fieldsOf(last + 1).forEach(fields::add);
        return fields;
    }

    private boolean isSame(Field field, String my, String their) {
        if (my.equals(their)) return true;
        try {
            return switch (field.kind()) {
                case NUMBER, MONEY -> reading.number("", my).compareTo(reading.number("", their)) == 0;
                case DATE -> reading.date("", my).equals(reading.date("", their));
                case SEVERAL -> Set.of(my.split(",")).equals(Set.of(their.split(",")));
                default -> false;
            };
        } catch (InvalidInput e) {
            return false;
        }
    }

    private String label(String path) {
        Matcher row = IN_ROW.matcher(path);
        Form.Grid grid = form.grid();
        if (grid == null || !row.matches() || !row.group(1).equals(grid.path())) return texts.field(path);
        return texts.say("section.lines") + " " + (Integer.parseInt(row.group(2)) + 1) + ": "
                + texts.field(row.group(3));
    }

    private String shown(Field field, String value, String label) {
        if (value.isEmpty()) return "–";
        return switch (field.kind()) {
            case PICK -> label.isEmpty() ? "…" : label;
            case SECRET -> "…";
            case YES_NO -> texts.constant(value);
            case CHOICE, SEVERAL ->
                String.join(
                        ", ",
                        List.of(value.split(",")).stream()
                                .map(one -> word(field, one))
                                .toList());
            default -> value;
        };
    }

    private String word(Field field, String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Field.Option::label)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> texts.constant(value));
    }
}
