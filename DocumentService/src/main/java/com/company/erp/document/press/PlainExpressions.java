package com.company.erp.document.press;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.IterationStatusVar;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * What {@code ${…}} means in a template, in place of the usual languages: a name and the names of its parts, such as
 * {@code sheet.paper.company}. No method is called, no class is known, and nothing but the parts of the paper is
 * reached.
 */
final class PlainExpressions implements IStandardVariableExpressionEvaluator {

    private static final Pattern PATH = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)*");
    private static final String HOUSE = "com.company.erp.document.";

    private static final ClassValue<Map<String, Method>> PARTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> parts = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                parts.put(component.getName(), component.getAccessor());
            }
            return parts;
        }
    };

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext how) {
        String path = expression.getExpression().strip();
        // What the engine means by a condition without its other half.
        if (path.equals("null")) return null;
        if (!PATH.matcher(path).matches()) {
            throw new TemplateProcessingException("\"" + path + "\" is not a name, with the names of parts after dots");
        }
        Effort.of(context).spend();
        String[] names = path.split("\\.");
        Object found = context instanceof ITemplateContext within
                        && expression.getUseSelectionAsRoot()
                        && within.hasSelectionTarget()
                ? part(within.getSelectionTarget(), names[0])
                : root(context, names[0]);
        for (int i = 1; i < names.length && found != null; i++) found = part(found, names[i]);
        return found instanceof List<?> list ? Effort.of(context).counting(list) : found;
    }

    private static @Nullable Object root(IExpressionContext context, String name) {
        if (!context.containsVariable(name)) throw unknown(name);
        return plain(context.getVariable(name), name);
    }

    private static @Nullable Object part(Object whole, String name) {
        return switch (whole) {
            case Record record -> component(record, name);
            case List<?> list when name.equals("empty") -> list.isEmpty();
            case List<?> list when name.equals("size") -> list.size();
            case IterationStatusVar at -> place(at, name);
            default -> throw unknown(name);
        };
    }

    private static Object place(IterationStatusVar at, String name) {
        return switch (name) {
            case "first" -> at.isFirst();
            case "last" -> at.isLast();
            case "even" -> at.isEven();
            case "odd" -> at.isOdd();
            case "index" -> at.getIndex();
            case "count" -> at.getCount();
            default -> throw unknown(name);
        };
    }

    private static @Nullable Object component(Record record, String name) {
        Method part = PARTS.get(record.getClass()).get(name);
        if (part == null) throw unknown(name);
        try {
            return plain(part.invoke(record), name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only what a sheet is made of. */
    private static @Nullable Object plain(@Nullable Object value, String name) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean yes -> yes;
            case Integer number -> number;
            case List<?> list -> list;
            case IterationStatusVar at -> at;
            case Record record when record.getClass().getName().startsWith(HOUSE) -> record;
            default -> throw unknown(name);
        };
    }

    private static TemplateProcessingException unknown(String name) {
        return new TemplateProcessingException("There is nothing called \"" + name + "\" here");
    }
}
