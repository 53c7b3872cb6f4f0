package com.company.erp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What the API says of itself, held against every answer that a test receives: its status and its error code. */
final class ApiContract {

    private static final Map<String, ApiContract> KNOWN = new ConcurrentHashMap<>();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> anywhere;
    private final Set<String> ofRecords = new HashSet<>();

    private ApiContract(JsonNode document) {
        anywhere = texts(document.get("x-errors"));
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation -> add(path.getKey(), operation.getKey(), operation.getValue())));
        // Words before variables: /api/parties/export is not the party "export".
        operations.sort(Comparator.comparingInt(Operation::variables));
    }

    private record Operation(
            String method, boolean imports, Pattern path, int variables, Set<String> statuses, Set<String> errors) {}

    static ApiContract of(Api api) {
        return KNOWN.computeIfAbsent(
                api.base(),
                base -> new ApiContract(Api.at(base).get("/v3/api-docs").ok()));
    }

    private void add(String path, String method, JsonNode described) {
        if (!METHODS.contains(method)) return;
        var statuses = new HashSet<String>();
        described.get("responses").fieldNames().forEachRemaining(statuses::add);
        ofRecords.addAll(texts(described.path("x-errors")));
        operations.add(new Operation(
                method.toUpperCase(Locale.ROOT),
                path.endsWith("/import"),
                Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]+")),
                path.split("\\{").length - 1,
                statuses,
                texts(described.path("x-errors"))));
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new HashSet<String>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    /** @throws AssertionError when the answer is one that the description does not foresee */
    void check(String method, String pathAndQuery, Answer answer) {
        String path = pathAndQuery.split("\\?", 2)[0];
        operations.stream()
                .filter(operation -> operation.method.equals(method)
                        && operation.path.matcher(path).matches())
                .findFirst()
                .ifPresent(operation -> check(operation, answer));
    }

    private void check(Operation operation, Answer answer) {
        if (operation.statuses.contains(Integer.toString(answer.status()))) return;
        if (answer.status() < 400) {
            throw new AssertionError(answer.question() + " answered " + answer.status() + ", described are "
                    + operation.statuses + " (@ResponseStatus or @ApiResponse on the handler)");
        }
        String code = answer.json().path("code").asText();
        String family = code.replaceAll("\\..*", ".*");
        if (operation.errors.contains(code) || anywhere.contains(code) || anywhere.contains(family)) return;
        // An import answers as entering a record by itself would; gadgets are a resource of the tests.
        if (operation.imports && (ofRecords.contains(code) || code.startsWith("gadget."))) return;
        throw new AssertionError(answer.question() + " answered the code " + code
                + ", which @Refuses does not list on the door method: " + answer);
    }
}
