package com.company.erp.platform.web;

import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that an operation does not have, and text that no one types, before anything is done. */
final class ParameterManners implements HandlerInterceptor {

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        if (!(handler instanceof HandlerMethod method)) return true;
        if (!method.getBeanType().getName().startsWith("com.company.erp.")) return true;
        if (!AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class)) {
            refuseUntypable(request);
            return true;
        }
        requireContentType(request.getContentType());
        Set<String> names = known.computeIfAbsent(method, ParameterManners::namesOf);
        List<FieldProblem> problems = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!names.contains(name)) {
                problems.add(new FieldProblem(printable(name), "parameter.unknown", "There is no such parameter."));
            } else if (values.length > 1) {
                problems.add(new FieldProblem(name, "parameter.repeated", "The parameter is given more than once."));
            } else if (!Arrays.stream(values).allMatch(PlainText::is)) {
                problems.add(new FieldProblem(name, "parameter.malformed", "The parameter holds a control character."));
            }
        });
        if (!problems.isEmpty()) throw new InvalidInput("request.invalid", "A parameter is wrong.", problems);
        return true;
    }

    /** A page reads the parameters it knows, and passes over others; what a form sends is read field by field. */
    private static void refuseUntypable(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return;
        request.getParameterMap().forEach((name, values) -> {
            if (!Arrays.stream(values).allMatch(PlainText::is)) {
                throw new InvalidInput(printable(name), "parameter.malformed", "The value holds a control character.");
            }
        });
    }

    /** A type with a wildcard is for Accept; as the type of a body the framework does not expect it. */
    private static void requireContentType(@Nullable String type) throws HttpMediaTypeNotSupportedException {
        if (type == null || type.isEmpty()) return;
        try {
            if (MediaType.parseMediaType(type).isConcrete()) return;
        } catch (InvalidMediaTypeException e) {
            // Falls through to the refusal below.
        }
        throw new HttpMediaTypeNotSupportedException("The Content-Type names no type of content.");
    }

    private static String printable(String name) {
        return PlainText.is(name) && name.length() <= 100 ? name : "?";
    }

    private static Set<String> namesOf(HandlerMethod method) {
        var names = new HashSet<String>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name());
            } else if (parameter.getParameterType().isRecord() && parameter.getParameterAnnotations().length <= 1) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .forEach(c -> names.add(c.getName()));
            }
        }
        return names;
    }
}
