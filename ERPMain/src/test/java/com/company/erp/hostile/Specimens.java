package com.company.erp.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Makes bodies that are right by their schema, with ids of records that exist: the healthy ones, to be maimed. */
final class Specimens {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    /** Texts that have a meaning beyond their schema, by a part of the field's name. */
    private static final Map<String, String> KNOWN_TEXTS = Map.of(
            "currency", "EUR",
            "country", "DE",
            "timezone", "Europe/Berlin",
            "email", "someone@example.com",
            "language", "de");

    private final Description description;
    private final Map<String, List<String>> ids;
    private final Random random;

    /** @param ids of existing records, by the path of their list, such as /api/parties */
    Specimens(Description description, Map<String, List<String>> ids, Random random) {
        this.description = description;
        this.ids = ids;
        this.random = random;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, "", 0);
    }

    private JsonNode of(JsonNode reference, String name, int depth) {
        JsonNode schema = description.resolve(reference);
        if (schema.path("enum").size() > 0) return any(schema.get("enum"));
        return switch (Description.type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> {
                ArrayNode array = JSON.arrayNode();
                int size = Math.max(1, Math.min(3, schema.path("minItems").asInt(1)));
                for (int i = 0; i < size && depth < DEEPEST; i++) {
                    array.add(of(schema.path("items"), singular(name), depth + 1));
                }
                yield array;
            }
            case "integer" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> text(schema, name);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth >= DEEPEST) return object;
        schema.path("properties")
                .fields()
                .forEachRemaining(field -> object.set(field.getKey(), of(field.getValue(), field.getKey(), depth + 1)));
        return object;
    }

    private JsonNode text(JsonNode schema, String name) {
        if (schema.has("example")) return schema.get("example");
        String lower = name.toLowerCase(Locale.ROOT);
        for (var known : KNOWN_TEXTS.entrySet()) {
            if (lower.contains(known.getKey())) return JSON.textNode(known.getValue());
        }
        return JSON.textNode(
                switch (schema.path("format").asText()) {
                    case "uuid" -> idFor(lower);
                    case "date" -> "2026-03-0" + (1 + random.nextInt(9));
                    case "date-time" -> "2026-03-02T10:15:30Z";
                    default -> schema.path("maxLength").asInt(100) < 8 ? "A" : "Text " + random.nextInt(10_000);
                });
    }

    /** The id of a record that the field's name or the path of a list suggests. */
    String idFor(String hint) {
        String wanted = switch (hint) {
            case "customer", "supplier" -> "party";
            default -> hint;
        };
        String stem = wanted.length() > 3 ? wanted.substring(0, wanted.length() - 1) : wanted;
        return ids.entrySet().stream()
                .filter(list ->
                        !stem.isEmpty() && list.getKey().replace("-", "").contains("/" + stem.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(list -> list.getValue().get(random.nextInt(list.getValue().size())))
                .orElseGet(() -> new UUID(0x7000L, random.nextLong()).toString());
    }

    private JsonNode any(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }
}
