package com.company.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the API (OpenAPI) is complete, for whoever writes a program against it. */
class ApiDescriptionTest extends HttpTest {

    private record Operation(String name, JsonNode described) {}

    private final List<Operation> operations = new ArrayList<>();
    private JsonNode document;

    @BeforeAll
    void read() {
        document = stranger().get("/v3/api-docs").ok();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation -> operations.add(
                                new Operation(operation.getKey() + " " + path.getKey(), operation.getValue()))));
    }

    private List<String> operationsThat(Predicate<JsonNode> lack) {
        return operations.stream()
                .filter(operation -> lack.test(operation.described))
                .map(Operation::name)
                .toList();
    }

    @Test
    void it_is_open_api_3_1_and_tells_of_every_operation() {
        assertThat(document.get("openapi").textValue()).startsWith("3.1");
        assertThat(operations).hasSizeGreaterThan(100).allMatch(o -> o.name().contains(" /api/"));
    }

    @Test
    void every_operation_has_a_summary_of_its_own() {
        assertThat(operationsThat(o -> o.path("summary").asText().isBlank())).isEmpty();
        var seen = new HashSet<String>();
        assertThat(operationsThat(o -> !seen.add(o.get("summary").textValue()))).isEmpty();
    }

    @Test
    void every_operation_says_what_permission_it_needs_and_what_errors_it_answers() {
        assertThat(operationsThat(o -> !o.has("x-permission"))).isEmpty();
        assertThat(operationsThat(o -> !o.has("x-errors"))).isEmpty();
        assertThat(operationsThat(o -> !o.at("/responses/default/content").has("application/problem+json")))
                .isEmpty();
    }

    @Test
    void every_json_body_has_an_example() {
        assertThat(operationsThat(o -> lacksExample(o.path("requestBody").path("content"))))
                .isEmpty();
        for (String status : Set.of("200", "201", "202")) {
            assertThat(operationsThat(
                            o -> lacksExample(o.path("responses").path(status).path("content"))))
                    .isEmpty();
        }
    }

    private static boolean lacksExample(JsonNode content) {
        JsonNode json = content.path("application/json");
        return !json.isMissingNode() && !json.has("example") && !json.has("examples");
    }

    @Test
    void a_change_asks_for_the_version_and_a_creation_takes_a_key() {
        assertThat(operations.stream().filter(o -> o.name().matches("(put|delete) .*")))
                .allMatch(o -> takes(o.described, "If-Match"));
        assertThat(operations.stream().filter(o -> o.name().matches("post (?!/api/auth/).*")))
                .allMatch(o -> takes(o.described, "Idempotency-Key"));
    }

    private static boolean takes(JsonNode operation, String name) {
        return operation.path("parameters").findValuesAsText("name").contains(name);
    }

    @Test
    void parameters_and_operations_have_plain_names() {
        assertThat(operationsThat(o -> o.path("parameters").findValuesAsText("name").stream()
                        .anyMatch(name -> name.contains(".") || name.equals("filter") || name.equals("paging"))))
                .isEmpty();
        var seen = new HashSet<String>();
        assertThat(operationsThat(o -> !seen.add(o.get("operationId").textValue())))
                .isEmpty();
    }

    @Test
    void ids_decimals_and_money_are_described_as_they_are_written() {
        var schemas = document.at("/components/schemas");

        assertThat(schemas.fieldNames())
                .toIterable()
                .noneMatch(name -> name.endsWith("Id"))
                .doesNotContain("Money", "Currency");
        assertThat(schemas.at("/CompanyDetails/properties/baseCurrency/type").asText())
                .isEqualTo("string");
    }
}
