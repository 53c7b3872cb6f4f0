package com.company.erp.platform.openapi;

import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells of each operation what the door method of the same name declares: the permission it needs and the errors it
 * answers. Also what our web manners add to every operation: If-Match, Idempotency-Key, and problems.
 */
final class DoorNotes implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        List<Method> behind = doorMethods(handler);
        var notes = new ArrayList<String>();
        if (operation.getDescription() != null) notes.add(operation.getDescription());
        notes.add(permission(operation, behind));
        var errors = new TreeSet<String>();
        for (Method method : behind) {
            Refuses refuses = method.getAnnotation(Refuses.class);
            if (refuses != null) errors.addAll(Arrays.asList(refuses.value()));
            Needs needs = method.getAnnotation(Needs.class);
            if (needs != null && needs.freshly()) errors.add("access.step_up");
        }
        operation.addExtension("x-errors", List.copyOf(errors));
        if (!errors.isEmpty()) notes.add("Errors: `" + String.join("`, `", errors) + "`.");
        operation.setDescription(String.join("\n\n", notes));
        addHeaders(operation, handler);
        addResponses(operation, handler);
        return operation;
    }

    private static List<Method> doorMethods(HandlerMethod handler) {
        return Arrays.stream(handler.getBeanType().getDeclaredFields())
                .map(Field::getType)
                .filter(type -> type.isAnnotationPresent(Door.class))
                .flatMap(door -> Arrays.stream(door.getMethods()))
                .filter(method -> method.getName().equals(handler.getMethod().getName()))
                .toList();
    }

    private static String permission(Operation operation, List<Method> behind) {
        var needed = new TreeSet<String>();
        for (Method method : behind) {
            Needs needs = method.getAnnotation(Needs.class);
            if (needs != null) needed.add(needs.value());
            NeedsNothing nothing = method.getAnnotation(NeedsNothing.class);
            if (nothing != null) {
                operation.addExtension("x-permission", "");
                return "Needs no permission. " + nothing.because();
            }
        }
        String permission = String.join(", ", needed);
        if (!permission.isEmpty()) operation.addExtension("x-permission", permission);
        return "Needs the permission `" + permission + "`.";
    }

    private static void addHeaders(Operation operation, HandlerMethod handler) {
        for (var parameter : handler.getMethodParameters()) {
            if (!parameter.hasParameterAnnotation(IfMatch.class)) continue;
            String name = parameter.getParameter().getName();
            if (operation.getParameters() != null) {
                operation.getParameters().removeIf(p -> name.equals(p.getName()) && "query".equals(p.getIn()));
            }
            operation.addParametersItem(header("If-Match", "The ETag of the version you have read", "\"0\"")
                    .required(true));
        }
        boolean isPost = handler.hasMethodAnnotation(PostMapping.class);
        boolean isAuth = handler.getBeanType().getPackageName().matches(".*\\.user\\.(login|factor|link|sso|stepup)");
        if (isPost && !isAuth) {
            operation.addParametersItem(header(
                    "Idempotency-Key", "The same key and body answer the first answer again, for 48 hours", null));
        }
    }

    private static Parameter header(
            String name, String description, @org.jspecify.annotations.Nullable String example) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .schema(text())
                .example(example);
    }

    private static Schema<?> text() {
        var schema = new JsonSchema();
        schema.setType("string");
        schema.addType("string");
        return schema;
    }

    /** A POST that answers with an entity of its own making answers 201, unless it says otherwise. */
    private static void addResponses(Operation operation, HandlerMethod handler) {
        ApiResponses responses = operation.getResponses();
        boolean creates = handler.hasMethodAnnotation(PostMapping.class)
                && handler.getMethod().getReturnType() == ResponseEntity.class
                && !handler.getMethod().getName().matches("(reset|rotate).*");
        ApiResponse success = responses.get("200");
        if (creates && success != null && responses.size() == 1) {
            responses.remove("200");
            success.description("Created").addHeaderObject("Location", new Header().schema(text()));
            responses.addApiResponse("201", success);
        }
        var problem = new Content()
                .addMediaType(
                        "application/problem+json", new MediaType().schema(new Schema<>().$ref(Examples.PROBLEM)));
        responses.addApiResponse(
                "default", new ApiResponse().description("Refused").content(problem));
    }
}
