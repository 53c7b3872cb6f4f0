package com.company.erp.platform.web;

import com.company.erp.kernel.Id;
import com.company.erp.kernel.Money;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported table. A component that is itself a record gives a column for each of its own components,
 * named by the path as in JSON: {@code price.amount}, {@code price.currency}, {@code address.city}.
 */
record ExportColumn(String name, Function<Object, @Nullable Object> read) {

    static List<ExportColumn> of(Class<? extends Record> row) {
        var columns = new ArrayList<ExportColumn>();
        collect(row, "", record -> record, columns);
        return columns;
    }

    @Nullable Object value(Record row) {
        return plain(read.apply(row));
    }

    private static void collect(
            Class<?> type, String prefix, Function<Object, @Nullable Object> whole, List<ExportColumn> columns) {
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            Function<Object, @Nullable Object> part = row -> part(accessor, whole.apply(row));
            Class<?> of = component.getType();
            String name = prefix + component.getName();
            if (of.isRecord() && !Id.class.isAssignableFrom(of)) collect(of, name + ".", part, columns);
            else columns.add(new ExportColumn(name, part));
        }
    }

    private static @Nullable Object part(Method accessor, @Nullable Object whole) {
        if (whole == null) return null;
        try {
            return accessor.invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " cannot be exported.", e);
        }
    }

    /** What a sheet can write; anything else is text. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Id id -> id.value().toString();
            case Money money -> money.toString();
            case Enum<?> constant -> constant.name();
            case Currency currency -> currency.getCurrencyCode();
            case UUID uuid -> uuid.toString();
            case OffsetDateTime at -> at.toInstant();
            case Collection<?> several ->
                several.stream().map(one -> String.valueOf(plain(one))).collect(Collectors.joining("; "));
            default -> value;
        };
    }
}
