package com.company.erp.platform.table;

import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.platform.web.Dates;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes typed records of rows. The components of the record are the columns: text, BigDecimal, Integer, Long, Boolean,
 * LocalDate, Currency and enums; an empty cell is null. A component that is {@code @NotNull} or {@code @NotBlank} is a
 * column that must be there.
 */
public final class RowType<R extends Record> {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,12})?");
    private static final Pattern DAYS = Pattern.compile("\\d{1,7}");
    private static final Set<Class<?>> SIMPLE = Set.of(
            String.class, BigDecimal.class, Integer.class, Long.class, Boolean.class, LocalDate.class, Currency.class);

    private final Constructor<R> constructor;
    private final RecordComponent[] components;

    private RowType(Class<R> type) {
        this.components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        for (Class<?> of : types) {
            if (!SIMPLE.contains(of) && !of.isEnum()) {
                throw new IllegalArgumentException("A column of " + type + " cannot be a " + of.getSimpleName());
            }
        }
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has its canonical constructor.", e);
        }
        constructor.setAccessible(true);
    }

    public static <R extends Record> RowType<R> of(Class<R> type) {
        return new RowType<>(type);
    }

    /** The names of the columns, in the order of the record. */
    public List<String> names() {
        return Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    public Columns columns() {
        var required = Arrays.stream(components)
                .filter(RowType::isRequired)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return new Columns(names(), required);
    }

    /** Constraints of a component are handed to its accessor, where they can be seen. */
    private static boolean isRequired(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(NotNull.class)
                || component.getAccessor().isAnnotationPresent(NotBlank.class);
    }

    /** The record of a row, or all that is wrong with it. */
    public sealed interface Reading<R> {}

    public record Good<R>(R value) implements Reading<R> {}

    public record Bad<R>(List<FieldProblem> problems) implements Reading<R> {}

    public Reading<R> read(TableRow row) {
        var problems = new ArrayList<>(row.problems());
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Cell cell = row.cell(components[i].getName());
            if (cell == null) continue;
            try {
                values[i] = value(components[i].getType(), cell);
            } catch (Unreadable e) {
                problems.add(new FieldProblem(components[i].getName(), "field.malformed", e.expectation));
            }
        }
        return problems.isEmpty() ? new Good<>(make(values)) : new Bad<>(problems);
    }

    /** What stands in a row, by column, right or wrong; as text, however the file has it. */
    public Map<String, String> texts(TableRow row) {
        var texts = new LinkedHashMap<String, String>();
        for (RecordComponent component : components) {
            Cell cell = row.cell(component.getName());
            if (cell != null) texts.put(component.getName(), text(component.getType(), cell));
        }
        return texts;
    }

    private static String text(Class<?> type, Cell cell) {
        try {
            return type == LocalDate.class ? date(cell).toString() : cell.text();
        } catch (Unreadable e) {
            return cell.text();
        }
    }

    private R make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(constructor + " refuses to make a row.", e);
        }
    }

    private static Object value(Class<?> type, Cell cell) throws Unreadable {
        String text = cell.text();
        if (type == String.class) return text;
        if (type == BigDecimal.class) return decimal(text);
        if (type == Integer.class)
            return whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE).intValueExact();
        if (type == Long.class)
            return whole(text, Long.MIN_VALUE, Long.MAX_VALUE).longValueExact();
        if (type == Boolean.class) return truth(text);
        if (type == LocalDate.class) return date(cell);
        return type == Currency.class ? currency(text) : constant(type, text);
    }

    private static BigDecimal decimal(String text) throws Unreadable {
        if (DECIMAL.matcher(text).matches()) return new BigDecimal(text);
        throw new Unreadable("A decimal is written with a point and nothing between thousands, such as 1234.50.");
    }

    private static BigDecimal whole(String text, long least, long most) throws Unreadable {
        if (DECIMAL.matcher(text).matches() && text.indexOf('.') < 0) {
            var number = new BigDecimal(text);
            if (number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return number;
            }
        }
        throw new Unreadable("A whole number such as 30.");
    }

    private static Boolean truth(String text) throws Unreadable {
        if (text.equalsIgnoreCase("true")) return true;
        if (text.equalsIgnoreCase("false")) return false;
        throw new Unreadable("true or false.");
    }

    private static LocalDate date(Cell cell) throws Unreadable {
        try {
            if (cell.dayZero() == null || !DAYS.matcher(cell.text()).matches()) return Dates.parse(cell.text());
            LocalDate date = cell.dayZero().plusDays(Long.parseLong(cell.text()));
            return Dates.parse(date.toString());
        } catch (InvalidInput e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Currency currency(String text) throws Unreadable {
        try {
            return Money.currency(text);
        } catch (InvalidInput e) {
            throw new Unreadable("A currency is an ISO 4217 code such as EUR.");
        }
    }

    private static Object constant(Class<?> type, String text) throws Unreadable {
        String name = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        for (Object constant : type.getEnumConstants()) {
            if (constant instanceof Enum<?> known && known.name().equals(name)) return constant;
        }
        String all =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        throw new Unreadable("One of " + all + ".");
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String expectation;

        private Unreadable(String expectation) {
            super(expectation, null, false, false);
            this.expectation = expectation;
        }
    }
}
