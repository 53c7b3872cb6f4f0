package com.company.erp.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The API's own description (OpenAPI), as far as a caller needs it to know what could be sent wrongly. */
final class Description {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final JsonNode document;

    Description(JsonNode document) {
        this.document = document;
    }

    record Operation(String method, String path, List<Parameter> parameters, List<String> contentTypes, JsonNode body) {

        boolean takesJson() {
            return contentTypes.contains("application/json");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** @param in path, query or header */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.add(operation(operation.getKey(), path.getKey(), operation.getValue()));
                    }
                }));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : described.path("parameters")) {
            parameters.add(new Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    parameter.path("required").asBoolean(),
                    resolve(parameter.path("schema"))));
        }
        JsonNode content = described.path("requestBody").path("content");
        List<String> types = new ArrayList<>();
        content.fieldNames().forEachRemaining(types::add);
        JsonNode body = content.path("application/json").path("schema");
        return new Operation(method.toUpperCase(java.util.Locale.ROOT), path, parameters, types, resolve(body));
    }

    /** The schema that a reference names, or the schema itself. */
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) return document.at(reference.substring(1));
        if (schema.has("oneOf")) return resolve(schema.get("oneOf").get(0));
        if (schema.has("allOf")) return resolve(schema.get("allOf").get(0));
        return schema.isMissingNode() ? MissingNode.getInstance() : schema;
    }

    /** The type of a schema; of several (OpenAPI 3.1 names "null" beside) the first that says something. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isArray()) return type.asText();
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) return one.asText();
        }
        return "";
    }
}
