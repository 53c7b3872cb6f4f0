package com.company.erp.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Gives every JSON body an example, made from its schema where none was written, and tidies names and tags. */
final class Examples implements GlobalOpenApiCustomizer {

    static final String PROBLEM = "#/components/schemas/Problem";

    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEPTH_MAX = 6;

    /** What a reader understands at once, by the name of the field. */
    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            Map.entry("name", "Example Trading Ltd"),
            Map.entry("username", "ann@example.com"),
            Map.entry("email", "office@example.com"),
            Map.entry("country", "DE"),
            Map.entry("currency", "EUR"),
            Map.entry("baseCurrency", "EUR"),
            Map.entry("language", "en"),
            Map.entry("timeZone", "Europe/Berlin"),
            Map.entry("street", "1 Example Street"),
            Map.entry("postalCode", "10115"),
            Map.entry("city", "Berlin"),
            Map.entry("phone", "+49 30 1234567"),
            Map.entry("code", "A-100"),
            Map.entry("text", "Consulting, days"),
            Map.entry("reason", "Agreed with the customer"),
            Map.entry("version", 0));

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas("Problem", problem());
        var schemas = api.getComponents().getSchemas();
        var ids = new HashMap<String, Integer>();
        api.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> {
                    tidy(path, operation, ids);
                    if (operation.getRequestBody() != null) {
                        complete(operation.getRequestBody().getContent(), schemas);
                    }
                    operation.getResponses().values().forEach(response -> complete(response.getContent(), schemas));
                }));
    }

    /** Generators of clients make names of these: invoices_issue instead of issue_3. */
    private static void tidy(String path, Operation operation, Map<String, Integer> ids) {
        String[] steps = path.split("/");
        String resource = steps.length > 2 ? steps[2] : "api";
        operation.setTags(List.of(resource));
        String id = resource.replaceAll("[^a-z]", "_") + "_"
                + operation.getOperationId().replaceAll("_\\d+$", "");
        int times = ids.merge(id, 1, Integer::sum);
        operation.setOperationId(times == 1 ? id : id + "_" + times);
    }

    private static void complete(@Nullable Content content, Map<String, Schema> schemas) {
        if (content == null) return;
        content.forEach((type, media) -> {
            if (type.contains("json") && media.getExample() == null && media.getExamples() == null) {
                example(media, schemas);
            }
        });
    }

    private static void example(MediaType media, Map<String, Schema> schemas) {
        if (media.getSchema() != null) media.setExample(of("", media.getSchema(), schemas, 0));
    }

    private static @Nullable Object of(String name, Schema<?> schema, Map<String, Schema> schemas, int depth) {
        if (schema.get$ref() != null) {
            Schema<?> target = schemas.get(schema.get$ref().substring(REFERENCE.length()));
            return target == null || depth > DEPTH_MAX ? null : of(name, target, schemas, depth + 1);
        }
        if (schema.getExample() != null) return schema.getExample();
        if (schema.getEnum() != null && !schema.getEnum().isEmpty())
            return schema.getEnum().getFirst();
        return switch (typeOf(schema)) {
            case "object" -> object(schema, schemas, depth);
            case "array" -> array(name, schema, schemas, depth);
            case "integer", "number" -> number(name, schema);
            case "boolean" -> true;
            default -> text(name, schema);
        };
    }

    private static String typeOf(Schema<?> schema) {
        if (schema.getTypes() != null && !schema.getTypes().isEmpty()) {
            return schema.getTypes().stream()
                    .filter(t -> !t.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        if (schema.getType() != null) return schema.getType();
        return schema.getProperties() == null ? "string" : "object";
    }

    private static Object object(Schema<?> schema, Map<String, Schema> schemas, int depth) {
        var example = new LinkedHashMap<String, @Nullable Object>();
        if (schema.getProperties() != null && depth <= DEPTH_MAX) {
            schema.getProperties().forEach((name, part) -> example.put(name, of(name, part, schemas, depth + 1)));
        }
        return example;
    }

    private static Object array(String name, Schema<?> schema, Map<String, Schema> schemas, int depth) {
        Schema<?> items = schema.getItems();
        Object one = items == null || depth > DEPTH_MAX ? null : of(name, items, schemas, depth + 1);
        return one == null ? List.of() : List.of(one);
    }

    private static Object number(String name, Schema<?> schema) {
        Object known = BY_NAME.get(name);
        if (known instanceof Integer) return known;
        return schema.getMinimum() == null || schema.getMinimum().signum() == 0
                ? 1
                : schema.getMinimum().intValue();
    }

    private static Object text(String name, Schema<?> schema) {
        String format = schema.getFormat() == null ? "" : schema.getFormat();
        switch (format) {
            case "date":
                return "2026-03-02";
            case "date-time":
                return "2026-03-02T10:15:30Z";
            case "uuid":
                return "0190163d-8694-739b-aea5-966c26f8ad91";
            default:
                Object known = BY_NAME.get(name);
                return known == null ? "text" : known;
        }
    }

    private static Schema<?> problem() {
        var schema = new JsonSchema();
        schema.setType("object");
        schema.addType("object");
        schema.setDescription("A problem document (RFC 9457). The code is stable; the detail is for people.");
        for (String field : List.of("type", "title", "detail", "instance", "code", "traceId")) {
            schema.addProperty(field, new JsonSchema().typesItem("string"));
        }
        schema.addProperty("status", new JsonSchema().typesItem("integer"));
        var field = new JsonSchema().typesItem("object");
        for (String part : List.of("field", "code", "message")) {
            field.addProperty(part, new JsonSchema().typesItem("string"));
        }
        schema.addProperty("errors", new JsonSchema().typesItem("array").items(field));
        schema.setExample(Map.of(
                "type", "urn:erp:problem:request.invalid",
                "title", "Unprocessable Entity",
                "status", 422,
                "detail", "Please correct: name.",
                "code", "request.invalid",
                "errors", List.of(Map.of("field", "name", "code", "field.not_blank", "message", "must not be blank")),
                "traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
        return schema;
    }
}
