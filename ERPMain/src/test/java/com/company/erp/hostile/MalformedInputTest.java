package com.company.erp.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.HttpTest;
import com.company.erp.hostile.Description.Operation;
import com.company.erp.hostile.Description.Parameter;
import com.company.erp.hostile.Wire.Request;
import com.company.erp.hostile.Wire.Response;
import com.company.erp.user.Phone;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whatever is sent, to whichever operation the API describes: no answer is a 5xx, every refusal is a problem document
 * that tells nothing of the inside, and the books are sound afterwards. A new operation joins by being described.
 *
 * <p>The input is random but the same in every run; {@code -Derp.test.seed=N} tries other input.
 */
class MalformedInputTest extends HttpTest {

    private static final long SEED = Long.getLong("erp.test.seed", 20260302L);
    private static final int VALUES_PER_FIELD = 2;
    private static final int VALUES_PER_PARAMETER = 4;
    private static final int HEADERS_PER_OPERATION = 3;
    private static final int WILD_BODIES = 3;
    private static final int FAULTS_SHOWN = 40;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_.]*");
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(java|javax|jakarta|org|com|net)\\.[a-z]+\\.[a-zA-Z]|[a-z]Exception|\\tat |SQLSTATE|ERROR:|\\bnested "
                    + "|(?i:insert into|delete from|select .* from |jdbc|hibernate|jackson|postgres|tomcat)");

    @LocalServerPort
    private int port;

    private final List<String> faults = new ArrayList<>();
    private final Random random = new Random(SEED);
    private Wire wire;
    private Description description;
    private Specimens specimens;
    private String token;

    @BeforeAll
    void lookAround() {
        wire = new Wire(port);
        description = new Description(stranger().get("/v3/api-docs").ok());
        token = api.header("Authorization");
        // Who has a second factor works on when one is asked of everybody.
        new Phone(api);
        furnish();
        Map<String, List<String>> ids = new TreeMap<>();
        for (Operation operation : description.operations()) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                Answer answer = api.get(operation.path());
                boolean isJson = answer.header("Content-Type").startsWith("application/json");
                List<String> found = isJson ? idsIn(answer.json()) : List.of();
                if (!found.isEmpty()) ids.put(operation.path(), found);
            }
        }
        // Neither the sender nor the founder: who is deactivated can send no more.
        String victim = asUserWith("SALES").get("/api/auth/me").ok().get("id").textValue();
        ids.put("/api/users", List.of(victim));
        specimens = new Specimens(description, ids, random);
    }

    /** Something of everything, so that what is sent finds records to work on. */
    private void furnish() {
        api.post("/api/books", Map.of("chart", "general-ifrs", "startsOn", "2026-01-01"))
                .created();
        String taxCode = api.get("/api/tax-codes").ok().at("/items/0/id").textValue();
        String unit = api.get("/api/units").ok().findPath("id").textValue();
        String customer = idOf(api.post("/api/parties", Map.of("name", "Acme", "roles", List.of("CUSTOMER"))));
        var price = Map.of("amount", "150.00", "currency", "EUR");
        idOf(api.post(
                "/api/products",
                Map.of("code", "DAY", "name", "Consulting", "kind", "SERVICE", "unit", unit, "salePrice", price)));
        var line = Map.of("text", "Consulting", "quantity", "3", "unitPrice", "150.00", "taxCode", taxCode);
        for (int i = 0; i < 3; i++) {
            String draft = idOf(api.post("/api/invoices", Map.of("customer", customer, "lines", List.of(line))));
            api.post("/api/invoices/" + draft + "/issue", Map.of("on", "2026-03-02"))
                    .ok();
        }
        idOf(api.post(
                "/api/payments/receive",
                Map.of("customer", customer, "date", "2026-03-09", "amount", price, "oldestFirst", true)));
    }

    private static String idOf(Answer made) {
        return made.created().get("id").textValue();
    }

    @Test
    void no_malformed_body_is_a_fault_of_ours() {
        for (Operation operation : openOperations()) {
            if (operation.contentTypes().isEmpty()) continue;
            Malice.BODIES.forEach(body -> send(
                    request(operation).with("Content-Type", body.contentType()).withBody(body.content())));
            if (operation.takesJson()) maimFields(operation);
        }
        expectManners();
    }

    @Test
    void no_malformed_parameter_is_a_fault_of_ours() {
        for (Operation operation : openOperations()) {
            for (Parameter parameter : operation.parameters()) {
                sample(Malice.PARAMETERS, VALUES_PER_PARAMETER)
                        .forEach(value -> send(request(operation, parameter, value)));
            }
            send(target(operation, targetOf(operation) + "?unknown=1"));
            send(target(operation, targetOf(operation) + "?=&&=%&%00=%00"));
            send(target(operation, targetOf(operation) + "/"));
            send(target(operation, targetOf(operation) + "/%2e%2e/%2e%2e/actuator/env"));
        }
        expectManners();
    }

    @Test
    void no_malformed_header_is_a_fault_of_ours() {
        for (Operation operation : openOperations()) {
            sample(Malice.HEADERS, HEADERS_PER_OPERATION)
                    .forEach(header -> send(request(operation).with(header.name(), header.value())));
            send(request(operation).without("Authorization"));
        }
        for (Malice.Header header : Malice.HEADERS) {
            send(plain("GET", "/api/company").with(header.name(), header.value()));
            send(plain("POST", "/api/companies").with(header.name(), header.value()));
        }
        expectManners();
    }

    @Test
    void no_other_method_or_path_is_a_fault_of_ours() {
        for (String method :
                List.of("PATCH", "TRACE", "OPTIONS", "HEAD", "PROPFIND", "CONNECT", "FOO", "get", "G\u00e9T")) {
            openOperations().stream().map(this::targetOf).distinct().forEach(target -> send(plain(method, target)));
        }
        for (String path : Malice.PARAMETERS) {
            send(plain("GET", "/" + path));
            send(plain("GET", "/api/" + path));
            send(plain("GET", "/actuator/" + path));
            send(plain("GET", "/v3/api-docs/" + path));
            send(plain("GET", "/swagger-ui/" + path));
        }
        send(plain("GET", "*"));
        send(plain("GET", "http://evil.example.com/api/company"));
        send(plain("GET", "api"));
        expectManners();
    }

    private void maimFields(Operation operation) {
        JsonNode whole = specimens.of(operation.body());
        List<String> pointers = pointersIn(whole, "");
        for (String pointer : pointers) {
            sample(Malice.VALUES, VALUES_PER_FIELD)
                    .forEach(value -> send(withBody(operation, maimed(whole, Map.of(pointer, value)))));
            send(withBody(operation, without(whole, pointer)));
            send(withBody(operation, extended(whole, pointer)));
        }
        for (int i = 0; i < WILD_BODIES && !pointers.isEmpty(); i++) {
            Map<String, String> wounds = new TreeMap<>();
            for (String pointer : sample(pointers, 1 + random.nextInt(3))) {
                wounds.put(pointer, sample(Malice.VALUES, 1).getFirst());
            }
            send(withBody(operation, maimed(specimens.of(operation.body()), wounds)));
        }
    }

    /** Sends it and notes what is wrong with the answer. */
    private void send(Request request) {
        Response response = wire.send(request);
        String fault = faultIn(request, response);
        if (fault != null)
            faults.add(fault + "\n    to   " + request + "\n    said "
                    + response.text().strip());
    }

    private static String faultIn(Request request, Response response) {
        // HTTP itself asks for 501 where a method or transfer coding is unknown, and the web server gives it.
        boolean unknownToHttp =
                request.method().equals("CONNECT") || request.headers().containsKey("Transfer-Encoding");
        if (response.status() >= (unknownToHttp ? 502 : 500)) return "status " + response.status();
        if (response.status() < 400 || request.method().equals("HEAD")) return null;
        if (!response.header("Content-Type").startsWith("application/problem+json")) {
            return response.status() + " as '" + response.header("Content-Type") + "'";
        }
        try {
            JsonNode problem = JSON.readTree(response.body());
            if (problem.path("status").asInt() != response.status()) return "another status in the problem";
            if (!CODE.matcher(problem.path("code").asText()).matches()) return "no code";
        } catch (IOException e) {
            return "no JSON";
        }
        return INSIDE.matcher(response.text()).find() ? "the inside shows" : null;
    }

    private void expectManners() {
        List<String> found = List.copyOf(faults);
        faults.clear();
        assertThat(found.stream().limit(FAULTS_SHOWN).toList())
                .as("%d faults, with -Derp.test.seed=%d", found.size(), SEED)
                .isEmpty();
        Map<String, String> checks = Map.of("/api/ledger/check", "sound", "/api/open-items/check", "sound");
        checks.forEach((check, word) -> {
            JsonNode findings = api.post(check).ok();
            if (findings.isArray()) assertThat(findings).as(check).isEmpty();
            else
                assertThat(findings.path(word).asBoolean())
                        .as("%s: %s", check, findings)
                        .isTrue();
        });
    }

    /** Not signing out, nor any other operation that would end the sender's own session. */
    private List<Operation> openOperations() {
        return description.operations().stream()
                .filter(operation -> !operation.path().equals("/api/auth/logout"))
                .filter(operation -> !operation.path().matches("/api/sessions/.*end"))
                .toList();
    }

    private Request request(Operation operation) {
        return target(operation, targetOf(operation));
    }

    private Request target(Operation operation, String target) {
        Request plain = plain(operation.method(), target);
        if (operation.contentTypes().isEmpty()) return plain;
        return plain.with("Content-Type", operation.contentTypes().getFirst()).withBody(healthyBody(operation));
    }

    private byte[] healthyBody(Operation operation) {
        return operation.takesJson() ? specimens.of(operation.body()).toString().getBytes(UTF_8) : new byte[0];
    }

    private Request request(Operation operation, Parameter parameter, String value) {
        return switch (parameter.in()) {
            case "path" -> target(operation, operation.path().replace("{" + parameter.name() + "}", value));
            case "query" -> target(operation, targetOf(operation) + "?" + parameter.name() + "=" + value);
            default -> request(operation).with(parameter.name(), value);
        };
    }

    private Request withBody(Operation operation, String body) {
        return plain(operation.method(), targetOf(operation))
                .with("Content-Type", "application/json")
                .withBody(body.getBytes(UTF_8));
    }

    /** From an address of its own, so that attempts to sign in slow down nobody else. */
    private Request plain(String method, String target) {
        return new Request(method, target, Map.of(), new byte[0])
                .with("Authorization", token)
                .with("If-Match", "\"0\"")
                .with("X-Forwarded-For", "198.51.100.7");
    }

    private String targetOf(Operation operation) {
        String list = operation.path().replaceFirst("/\\{.*", "").replaceFirst(".*/", "");
        return operation.path().replaceAll("\\{[^}]*}", specimens.idFor(list));
    }

    private <T> List<T> sample(List<T> all, int size) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < size; i++) some.add(all.get(random.nextInt(all.size())));
        return some;
    }

    private static List<String> idsIn(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        JsonNode records = answer.isArray() ? answer : answer.path("items");
        records.forEach(one -> {
            if (one.path("id").isTextual()) ids.add(one.path("id").textValue());
        });
        return ids;
    }

    private static List<String> pointersIn(JsonNode node, String here) {
        List<String> pointers = new ArrayList<>();
        if (!here.isEmpty()) pointers.add(here);
        node.fields()
                .forEachRemaining(field -> pointers.addAll(pointersIn(field.getValue(), here + "/" + field.getKey())));
        if (node.isArray() && !node.isEmpty()) pointers.addAll(pointersIn(node.get(0), here + "/0"));
        return pointers;
    }

    private static String maimed(JsonNode whole, Map<String, String> wounds) {
        JsonNode copy = whole.deepCopy();
        wounds.keySet()
                .forEach(pointer -> put(copy, pointer, JSON.getNodeFactory().textNode("@" + pointer + "@")));
        String text = copy.toString();
        for (var wound : wounds.entrySet()) text = text.replace("\"@" + wound.getKey() + "@\"", wound.getValue());
        return text;
    }

    private static String without(JsonNode whole, String pointer) {
        JsonNode copy = whole.deepCopy();
        put(copy, pointer, null);
        return copy.toString();
    }

    private static String extended(JsonNode whole, String pointer) {
        JsonNode copy = whole.deepCopy();
        if (copy.at(pointer) instanceof ObjectNode object) object.put("unheardOf", 1);
        else if (copy.at(pointer) instanceof ArrayNode array) for (int i = 0; i < 2_000; i++) array.add(array.get(0));
        return copy.toString();
    }

    private static void put(JsonNode whole, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = whole.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            if (value == null) object.remove(name);
            else object.set(name, value);
        } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
            if (value == null) array.remove(0);
            else array.set(0, value);
        }
    }
}
