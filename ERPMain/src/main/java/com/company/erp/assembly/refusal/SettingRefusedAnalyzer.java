package com.company.erp.assembly.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Names the setting that cannot be so, in a sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingRefusedAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String REMEDY = "Correct it; docs/configuration.md says what each setting means.";

    private static final Map<Class<?>, String> WANTED = Map.of(
            Duration.class, "a duration such as 10s or 5m",
            DataSize.class, "a size such as 2MB",
            int.class, "a whole number",
            Integer.class, "a whole number",
            boolean.class, "true or false",
            Boolean.class, "true or false");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, BindException failure) {
        if (failure.getCause() instanceof BindValidationException invalid) {
            return because(sentences(invalid), failure);
        }
        var property = failure.getProperty();
        if (property == null) return null;
        String wanted = WANTED.getOrDefault(
                failure.getTarget().getType().resolve(Object.class), "a value of the kind that is expected there");
        return because(
                "The setting %s is '%s'%s, and that is not %s."
                        .formatted(property.getName(), property.getValue(), from(property.getOrigin()), wanted),
                failure);
    }

    private static FailureAnalysis because(String reason, BindException failure) {
        return new FailureAnalysis(reason, REMEDY, failure);
    }

    private static String from(@Nullable Origin origin) {
        return origin == null ? "" : " (" + origin + ")";
    }

    private static String sentences(BindValidationException invalid) {
        var errors = invalid.getValidationErrors();
        List<ObjectError> all = errors.getAllErrors();
        return all.stream()
                .map(error -> error instanceof FieldError field
                        ? "The setting %s.%s is '%s', and it %s."
                                .formatted(
                                        errors.getName(),
                                        field.getField()
                                                .replaceAll("([A-Z])", "-$1")
                                                .toLowerCase(java.util.Locale.ROOT),
                                        field.getRejectedValue(),
                                        field.getDefaultMessage())
                        : "The settings %s %s.".formatted(errors.getName(), error.getDefaultMessage()))
                .collect(Collectors.joining(" "));
    }
}
