package com.company.erp.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.hostile.Description.Operation;
import com.company.erp.hostile.Description.Parameter;
import com.company.erp.platform.jobs.DailyJobs;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever belongs to one company finds nothing of another: through no endpoint of the API, and with plain SQL in no
 * table. What A has, B asks for; B is A's twin, so each refused request is also sent with B's own ids and must then
 * reach its record, else the refusal would prove nothing. A new endpoint or table joins by itself.
 */
abstract class OtherCompanyWalk extends HttpTest {

    static final String PASSWORD = HttpTest.PASSWORD;

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
    private static final Set<Integer> REFUSED_BY_DATA = Set.of(404, 409, 422);

    /** Paths whose record must be in another state than the one that its list is named for. */
    private static final Map<String, String> RECORDS = Map.of(
            "POST /api/invoices/{id}/credit", "documents",
            "POST /api/delegations/mine/{id}/revoke", "own-delegations");

    /** Which record a page shows; one that the walk of the endpoints does not delete. */
    private static final Map<String, String> PAGE_KINDS = Map.of(
            "members", "users",
            "timeline", "parties",
            "record-files", "parties",
            "files", "attachments",
            "roles", "kept-roles",
            "identity-providers", "kept-identity-providers",
            "directories", "kept-directories");

    /** Asked by who is nobody yet; the id of a directory is in its sign-in address, which is told to all people. */
    private static final String OF_STRANGERS = "/api/auth/directory-login";

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    @Autowired
    private DailyJobs jobs;

    private final List<String> faults = new ArrayList<>();
    private JsonNode document;
    private Description description;

    World a;
    World b;

    @BeforeAll
    void foundTwoCompanies() {
        a = new World(newCompany("Alpenglow of " + getClass().getSimpleName()), "ALPENGLOW", jobs);
        b = new World(newCompany("Birchwood of " + getClass().getSimpleName()), "BIRCHWOOD", jobs);
        document = stranger().get("/v3/api-docs").ok();
        description = new Description(document);
    }

    /** One request, and what of it belongs to whom. */
    private record Question(Operation operation, String path, String body, String etag) {

        Question with(String own, String others) {
            return new Question(
                    operation, path.replace(own, others), body == null ? null : body.replace(own, others), etag);
        }

        boolean names(String id) {
            return path.contains(id) || body != null && body.contains(id);
        }
    }

    @Test
    void the_walk_knows_every_endpoint() {
        List<String> api =
                mapped().filter(endpoint -> endpoint.contains(" /api/")).toList();
        assertThat(description.operations().stream().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(api);
    }

    /** Every endpoint of the house, as in {@code GET /api/invoices/{id}}. */
    private Stream<String> mapped() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("com.company.erp"))
                .flatMap(e -> e.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(verb -> e.getKey().getPatternValues().stream().map(path -> verb + " " + path)));
    }

    @Test
    void no_page_shows_or_takes_what_is_another_company_s() {
        String username = b.api().get("/api/auth/me").ok().get("username").textValue();
        PageVisitor visitor = PageVisitor.signedIn(address(), username, PASSWORD);
        List<String> pages = mapped().filter(endpoint -> !endpoint.contains(" /api/") && endpoint.contains("/{id}"))
                .sorted()
                .toList();
        assertThat(pages).hasSizeGreaterThan(20);
        for (String page : pages) {
            String[] parts = page.split(" ");
            String kind = PAGE_KINDS.getOrDefault(parts[1].split("/")[1], parts[1].split("/")[1]);
            String path = parts[1].replace("/{resource}/", "/parties/");
            Answer answer = visit(visitor, parts[0], path.replace("{id}", a.id(kind)));
            // A form shows what is refused, as 422.
            boolean refused = answer.status() == 404 || parts[0].equals("POST") && answer.status() == 422;
            if (!refused) faults.add(page + " with the id of another company: " + answer);
            expectNoMark(answer);
            if (parts[0].equals("GET")) {
                Answer own = visit(visitor, "GET", path.replace("{id}", b.id(kind)));
                if (own.status() == 404) faults.add(page + " does not find its own: " + own);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Answer visit(PageVisitor visitor, String method, String path) {
        Map<String, String> form = Map.of(
                "state",
                "LOCKED",
                "on",
                "2026-03-02",
                "reason",
                "Wrong",
                "name",
                "Other",
                "code",
                "O",
                "text",
                "Other",
                "_version",
                "0");
        return method.equals("GET") ? visitor.get(path) : visitor.post(path, form);
    }

    @Test
    void no_endpoint_shows_or_takes_what_is_another_company_s() {
        description.operations().stream()
                .filter(operation -> !operation.path().equals(OF_STRANGERS))
                .sorted(Comparator.comparingInt(OtherCompanyWalk::turn).thenComparing(Operation::toString))
                .forEach(this::walk);

        assertThat(faults).isEmpty();
    }

    /** What takes records away or out of use comes last. */
    private static int turn(Operation operation) {
        if (operation.method().equals("GET")) return 0;
        if (operation.method().equals("DELETE")) return 5;
        if (operation.path().matches(".*/(deactivate|cancel|withdraw|undo|reverse|lock|erase-personal-data)")) return 4;
        if (operation.method().equals("PUT")) return 2;
        return operation.path().contains("{") ? 3 : 1;
    }

    private void walk(Operation operation) {
        JsonNode example = document.at("/paths/" + operation.path().replace("/", "~1") + "/"
                + operation.method().toLowerCase(java.util.Locale.ROOT)
                + "/requestBody/content/application~1json/example");
        expectEveryIdIn(operation, example);
        for (String body : Bodies.of(operation, example, b)) {
            String path = path(operation, true);
            if (path == null) return;
            var own = new Question(operation, path, body, etag(operation, path));
            Map<String, String> ids = named(own);
            ids.forEach((kind, id) -> expectRefusal(own, kind, id));
            if (!ids.isEmpty() || operation.method().equals("GET")) expectOwn(own);
        }
        if (takes(operation, "q") && !operation.path().contains("{")) expectNothingFound(operation);
    }

    /** The ids of the request, by what they are ids of. */
    private Map<String, String> named(Question question) {
        var named = new LinkedHashMap<String, String>();
        b.ids().forEach((kind, id) -> {
            if (question.names(id) && !named.containsValue(id)) named.put(kind, id);
        });
        return named;
    }

    private void expectRefusal(Question own, String kind, String id) {
        Answer answer = send(own.with(id, a.id(kind)));
        boolean inPath = own.operation.path().contains("{") && own.path.split("\\?")[0].contains(id);
        boolean refused = inPath ? answer.status() == 404 : REFUSED_BY_DATA.contains(answer.status());
        if (!refused && !(own.operation.method().equals("GET") && !inPath && isEmpty(answer))) {
            faults.add("with the " + kind + " of another company: " + answer);
        }
        expectNoMark(answer);
    }

    /** The same with the own records works, or is refused for what the record itself says. */
    private void expectOwn(Question own) {
        Answer answer = send(own);
        boolean reached = answer.status() < 400 || answer.status() == 409 || answer.status() == 412;
        boolean reachedFurther =
                answer.status() == 404 && !answer.json().path("code").asText().endsWith(".unknown");
        if (!reached && !reachedFurther) {
            faults.add(own.operation + " cannot be asked rightly, so its refusals prove nothing; give it a body in "
                    + "Bodies, or a record in World: " + own.path + " " + own.body + " -> " + answer);
        }
        expectNoMark(answer);
        if (answer.status() < 400) {
            a.ids().forEach((kind, id) -> {
                if (answer.text().contains(id)) faults.add("shows the id of another company's " + kind + ": " + answer);
            });
        }
    }

    private void expectNoMark(Answer answer) {
        if (answer.text().contains(a.mark())) faults.add("shows text of another company: " + answer);
    }

    private void expectNothingFound(Operation operation) {
        String path = path(operation, false);
        Answer answer = b.api().get(path + (path.contains("?") ? "&" : "?") + "q=" + a.mark());
        answer.expect(200);
        expectNoMark(answer);
    }

    /** A list or report in which nothing stands. */
    private static boolean isEmpty(Answer answer) {
        if (answer.status() != 200) return false;
        if (!answer.header("Content-Type").contains("json"))
            return answer.text().strip().lines().count() <= 1;
        for (String list : List.of("items", "rows", "lines", "events", "customers")) {
            if (answer.json().path(list).isArray())
                return answer.json().get(list).isEmpty();
        }
        return answer.json().isArray() && answer.json().isEmpty();
    }

    private Answer send(Question question) {
        Api api = question.operation.path().startsWith("/api/auth/login") ? stranger() : b.api();
        if (question.etag != null) api = api.with("If-Match", question.etag);
        return api.send(question.operation.method(), question.path, question.body);
    }

    /** With the ids of B, and with every parameter that is needed or is an id; null where it names no record. */
    private @Nullable String path(Operation operation, boolean withIds) {
        // What is asked of records of any kind is asked of a party.
        String asked = operation.path().replace("/{resource}/{id}", "/parties/{id}");
        String path = VARIABLE.matcher(asked)
                .replaceAll(variable -> operation.parameters().stream()
                        .filter(p -> p.in().equals("path") && p.name().equals(variable.group(1)))
                        .filter(p -> p.schema().path("format").asText().equals("uuid"))
                        .findFirst()
                        .map(p -> b.id(RECORDS.getOrDefault(operation.toString(), asked.split("/")[2])))
                        .orElse(""));
        if (path.contains("//") || path.endsWith("/")) return null;
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            boolean isId = parameter.schema().path("format").asText().equals("uuid");
            if (parameter.in().equals("query") && (parameter.required() || isId && withIds)) {
                query.add(parameter.name() + "=" + (isId ? b.idFor(parameter.name()) : value(parameter)));
            }
        }
        if (operation.contentTypes().contains("application/octet-stream") && takes(operation, "name")) {
            query.add("name=a.txt");
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String value(Parameter parameter) {
        if (parameter.schema().path("enum").isArray())
            return parameter.schema().path("enum").get(0).asText();
        if (parameter.schema().path("format").asText().equals("date")) {
            return parameter.name().equals("from") ? "2026-01-01" : "2026-12-31";
        }
        return Map.of("from", "EUR", "to", "USD", "permission", "invoice.read").getOrDefault(parameter.name(), "1");
    }

    private String etag(Operation operation, String path) {
        if (!takes(operation, "If-Match")) return null;
        Answer read = b.api().get(path);
        if (read.status() != 200) read = b.api().get(path.substring(0, path.lastIndexOf('/')));
        return read.header("ETag").isEmpty() ? "\"0\"" : read.header("ETag");
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.parameters().stream().anyMatch(p -> p.name().equals(parameter));
    }

    /** A body that left an id out would not be tried with another company's. */
    private void expectEveryIdIn(Operation operation, JsonNode example) {
        if (!operation.takesJson()) return;
        String bodies = String.join(" ", Bodies.of(operation, example, b));
        for (String field : idFields(example)) {
            if (!bodies.contains("\"" + field + "\"")) {
                faults.add(operation + " takes the id '" + field + "', and its body in Bodies leaves it out");
            }
        }
    }

    private static Set<String> idFields(JsonNode example) {
        var fields = new TreeSet<String>();
        example.properties().forEach(field -> {
            if (Bodies.isId(field.getValue().asText())) fields.add(field.getKey());
            else fields.addAll(idFields(field.getValue()));
        });
        if (example.isArray()) example.forEach(item -> fields.addAll(idFields(item)));
        return fields;
    }
}
