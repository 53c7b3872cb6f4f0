package com.company.erp.web.pattern;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.web.Problems;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns what was typed into the record that a door takes, by way of the same JSON that the API reads; and a record into
 * what stands in the fields. Whatever the form does not show stays as the record before had it.
 */
@Component
public class FormReader {

    /** Before the path of a field that finds records: what the reader saw in it. */
    static final String SEEN = "_label.";

    private final ObjectMapper json;
    private final Validator validator;

    FormReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws InvalidInput form.invalid, with every problem by its field */
    <R extends Record> R read(
            Form form, Map<String, String[]> typed, Class<R> type, @Nullable Record before, Typed reading) {
        var problems = new ArrayList<FieldProblem>();
        ObjectNode tree = before == null ? json.createObjectNode() : without(json.valueToTree(before), type);
        form.fields().forEach(field -> put(tree, field, typed, reading, problems));
        form.givens().forEach(given -> complete(tree, given));
        Form.Grid grid = form.grid();
        if (grid != null) {
            tree.remove(grid.path());
            tree.putArray(grid.path());
            for (int row : filledRows(grid, typed)) {
                var line = tree.withArray(grid.path()).addObject();
                String rowPath =
                        grid.path() + "[" + (tree.withArray(grid.path()).size() - 1) + "].";
                for (Field field : grid.fields()) {
                    var own = inRow(typed, grid.path() + "[" + row + "].");
                    var found = new ArrayList<FieldProblem>();
                    put(line, field, own, reading, found);
                    found.forEach(p -> problems.add(new FieldProblem(rowPath + p.field(), p.code(), p.message())));
                }
            }
        }
        if (!problems.isEmpty()) throw invalid(problems);
        return checked(convert(tree, type));
    }

    private static Map<String, String[]> inRow(Map<String, String[]> typed, String prefix) {
        return typed.entrySet().stream()
                .filter(entry -> entry.getKey().replace(SEEN, "").startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().replace(prefix, ""), Map.Entry::getValue));
    }

    private void complete(ObjectNode tree, Form.Given given) {
        if (!(JsonPath.at(tree, given.part()) instanceof ObjectNode part) || part.isEmpty()) return;
        if (part.hasNonNull(given.name())) return;
        try {
            part.set(given.name(), json.readTree(given.json()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] values(Map<String, String[]> typed, String path) {
        return typed.getOrDefault(path, new String[0]);
    }

    private static List<Integer> filledRows(Form.Grid grid, Map<String, String[]> typed) {
        String prefix = grid.path() + "[";
        List<Integer> rows = typed.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length(), Math.max(prefix.length(), name.indexOf(']'))))
                .filter(index -> index.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .distinct()
                .sorted()
                .toList();
        return rows.stream()
                .filter(row -> grid.fields().stream()
                        .map(field -> field.kind() == Kind.MONEY ? field.path() + ".amount" : field.path())
                        .filter(path -> grid.counted() == null || grid.counted().equals(path))
                        .map(path -> prefix + row + "]." + path)
                        .flatMap(path -> Stream.of(values(typed, path), values(typed, SEEN + path)))
                        .anyMatch(values -> Stream.of(values).anyMatch(value -> !value.isBlank())))
                .toList();
    }

    private static void put(
            ObjectNode tree, Field field, Map<String, String[]> typed, Typed reading, List<FieldProblem> problems) {
        String path = field.path();
        try {
            switch (field.kind()) {
                case SEVERAL -> {
                    var chosen = tree.putArray(path);
                    Arrays.stream(values(typed, path)).forEach(chosen::add);
                }
                case LINES -> {
                    var words = tree.putArray(path);
                    String text = text(typed, path);
                    if (text != null) Arrays.stream(text.split("[\\s,]+")).forEach(words::add);
                }
                case MONEY -> putMoney(tree, path, typed, reading);
                case YES_NO -> tree.put(path, text(typed, path) != null);
                case PICK -> JsonPath.put(tree, path, picked(typed, path));
                case SECRET -> tree.put(path, String.join("", values(typed, path)));
                default -> {
                    String text = text(typed, path);
                    JsonPath.put(tree, path, text == null ? null : canonical(field, text, reading));
                }
            }
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
        }
    }

    /** What was typed and stands for no record shall not be lost in silence. */
    private static @Nullable String picked(Map<String, String[]> typed, String path) {
        String id = text(typed, path);
        if (id != null || text(typed, SEEN + path) == null) return id;
        throw new InvalidInput(path, "field.not_picked", "Nothing is called so. Choose what is offered.");
    }

    private static void putMoney(ObjectNode tree, String path, Map<String, String[]> typed, Typed reading) {
        tree.remove(path);
        String amount = text(typed, path + ".amount");
        if (amount == null) return;
        String currency = text(typed, path + ".currency");
        BigDecimal number = reading.number(path, amount);
        tree.putObject(path).put("amount", number.toPlainString()).put("currency", currency == null ? "" : currency);
    }

    private static String canonical(Field field, String text, Typed reading) {
        return switch (field.kind()) {
            case NUMBER -> reading.number(field.path(), text).toPlainString();
            case DATE -> reading.date(field.path(), text).toString();
            default -> text;
        };
    }

    private static @Nullable String text(Map<String, String[]> typed, String path) {
        String[] values = typed.get(path);
        if (values == null || values.length == 0 || values[0].isBlank()) return null;
        // Browsers send lines of a text area with a carriage return.
        return values[0].replace("\r\n", "\n").strip();
    }

    private ObjectNode without(JsonNode before, Class<? extends Record> type) {
        var known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return ((ObjectNode) before).retain(known);
    }

    private <R> R convert(JsonNode tree, Class<R> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof ErpException refusal) throw refusal;
            throw invalid(List.of(new FieldProblem(path(e), "field.malformed", "The value cannot be read.")));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.toString();
    }

    private <R> R checked(R record) {
        List<FieldProblem> problems = validator.validate(record).stream()
                .map(v -> new FieldProblem(
                        v.getPropertyPath().toString().replace(".<iterable element>", ""),
                        Problems.fieldCode(v.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()),
                        v.getMessage()))
                .toList();
        if (!problems.isEmpty()) throw invalid(problems);
        return record;
    }

    private static InvalidInput invalid(List<FieldProblem> problems) {
        return new InvalidInput("form.invalid", "Please correct what is marked.", problems);
    }

    /** What stands in the fields for a record, by path. */
    Map<String, String> values(Form form, @Nullable Record record, Texts texts) {
        var values = new LinkedHashMap<String, String>();
        if (record == null) return values;
        JsonNode tree = json.valueToTree(record);
        form.fields().forEach(field -> show(tree, field, texts, values));
        Form.Grid grid = form.grid();
        if (grid != null) {
            grid.fieldsOf(tree.path(grid.path()).size()).forEach(field -> show(tree, field, texts, values));
        }
        return values;
    }

    private static void show(JsonNode tree, Field field, Texts texts, Map<String, String> values) {
        String path = field.path();
        if (field.kind() == Kind.MONEY) {
            show(tree, Field.number(path + ".amount"), texts, values);
            show(tree, Field.text(path + ".currency"), texts, values);
            return;
        }
        JsonNode node = JsonPath.at(tree, path);
        if (node.isMissingNode() || node.isNull()) return;
        if (node.isArray()) {
            values.put(
                    path,
                    IntStream.range(0, node.size())
                            .mapToObj(i -> node.get(i).asText())
                            .collect(Collectors.joining(field.kind() == Kind.LINES ? "\n" : ",")));
        } else if (field.kind() == Kind.NUMBER) {
            values.put(path, texts.number(new BigDecimal(node.asText())).replace('−', '-'));
        } else {
            values.put(path, node.asText());
        }
    }

    /** What was typed, as it was. */
    static Map<String, String> typed(Map<String, String[]> parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach((name, given) -> {
            String text = String.join(",", given);
            if (!text.isBlank() && !name.startsWith("_")) values.put(name, text);
        });
        return values;
    }
}
