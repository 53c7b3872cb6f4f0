package com.company.erp.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Compose and Kubernetes accept our files, and the files keep the promises that their programs do not check. */
class OperatorFilesTest {

    private static final Path OPS = Path.of("../ops");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[-?])?");
    private static final Pattern MODULE = Pattern.compile("<module>(\\w+)</module>");

    @Test
    void the_compose_file_follows_the_specification() throws IOException {
        String text;
        try (var file = OperatorFilesTest.class.getResourceAsStream("/ops/compose-spec.json")) {
            // Its definitions are named in the way of an older draft than the one that it says it follows.
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\"id\": \"[^\"]*\",", "");
        }
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909).getSchema(text);

        assertThat(schema.validate(compose())).isEmpty();
        JsonNode misspelt = compose();
        ((ObjectNode) misspelt.at("/services/redis")).put("restarts", "always");
        assertThat(schema.validate(misspelt)).isNotEmpty();
    }

    @Test
    void no_database_and_no_redis_is_open_to_the_world() throws IOException {
        for (String inside : List.of("postgres", "postgres-replica", "redis")) {
            assertThat(compose().at("/services/" + inside).has("ports"))
                    .as(inside)
                    .isFalse();
        }
        for (String watching : List.of("prometheus", "grafana")) {
            assertThat(compose().at("/services/" + watching + "/ports/0").textValue())
                    .startsWith("127.0.0.1:");
        }
    }

    @Test
    void every_service_has_limits_a_restart_policy_and_a_bound_log() throws IOException {
        for (var service : compose().get("services").properties()) {
            assertThat(service.getValue().at("/deploy/resources/limits/memory").textValue())
                    .as(service.getKey())
                    .isNotNull();
            assertThat(service.getValue().get("restart").textValue()).isEqualTo("unless-stopped");
            assertThat(service.getValue().at("/logging/options/max-size").textValue())
                    .isEqualTo("10m");
        }
        for (String server : List.of("postgres", "redis")) {
            assertThat(compose()
                            .at("/services/erp-app/depends_on/" + server + "/condition")
                            .textValue())
                    .isEqualTo("service_healthy");
        }
    }

    @Test
    void the_variables_of_the_compose_file_are_those_of_the_example() throws IOException {
        var used = new TreeSet<String>();
        var required = new TreeSet<String>();
        VARIABLE.matcher(Files.readString(OPS.resolve("compose/docker-compose.yml")))
                .results()
                .forEach(found -> {
                    used.add(found.group(1));
                    if (":?".equals(found.group(2))) required.add(found.group(1));
                });
        Set<String> offered = new TreeSet<>();
        for (String line : Files.readAllLines(OPS.resolve("compose/.env.example"))) {
            if (line.matches("[A-Z_]+=.*")) offered.add(line.substring(0, line.indexOf('=')));
        }

        assertThat(used).isEqualTo(offered);
        assertThat(required).containsExactly("DB_PASSWORD", "JWT_SECRET_KEY");
    }

    @Test
    void kubernetes_knows_every_field_of_its_files() throws Exception {
        List<String> kinds = new ArrayList<>();
        for (JsonNode object : kubernetes()) {
            assertThatCode(() -> validate(object)).as(object.toString()).doesNotThrowAnyException();
            kinds.add(object.get("kind").textValue());
        }
        assertThat(kinds)
                .contains("Deployment", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy", "ConfigMap");

        var misspelt = (ObjectNode) kubernetes().get(2).at("/spec/template/spec/containers/0");
        misspelt.put("readynessProbe", "no such field");
        assertThatThrownBy(() -> validate("V1Container", misspelt)).hasRootCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void kubernetes_starts_anew_only_what_a_start_can_heal() throws IOException {
        JsonNode container = kubernetes().get(2).at("/spec/template/spec/containers/0");

        assertThat(container.at("/livenessProbe/httpGet/path").textValue()).isEqualTo("/actuator/health/liveness");
        assertThat(container.at("/readinessProbe/httpGet/path").textValue()).isEqualTo("/actuator/health/readiness");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").booleanValue())
                .isTrue();
        container
                .get("env")
                .forEach(secret -> assertThat(
                                secret.at("/valueFrom/secretKeyRef/name").textValue())
                        .isEqualTo("erp"));
    }

    @Test
    void kubernetes_lets_the_erp_reach_what_it_can_be_told_to_use() throws IOException {
        var open = new ArrayList<Integer>();
        for (JsonNode object : kubernetes()) {
            object.at("/spec/egress").findValues("port").forEach(port -> open.add(port.intValue()));
        }

        assertThat(open).containsExactlyInAnyOrder(53, 53, 5432, 6379, 26379, 443, 465, 587, 4318);
    }

    /** What the drill of the image leaves out, since it takes the jar that is there: the compiling of it. */
    @Test
    void the_image_compiles_every_module_into_the_jar_that_it_takes_apart() throws IOException {
        String dockerfile = Files.readString(OPS.resolve("container/Dockerfile"));
        String pom = Files.readString(Path.of("../pom.xml"));
        List<String> modules =
                MODULE.matcher(pom).results().map(found -> found.group(1)).toList();

        assertThat(modules).contains("Kernel", "ERPMain");
        for (String module : modules) {
            assertThat(dockerfile)
                    .as(module)
                    .contains(module.equals("ERPMain") ? "\nCOPY ERPMain/src/main ERPMain/src/main\n" : copied(module));
        }
        assertThat(dockerfile).contains("./mvnw -B -q -ntp -Pquick -Dmaven.test.skip=true");
        assertThat(pom).contains("<id>quick</id>");
        assertThat(Path.of("../Dockerfile").toRealPath())
                .isEqualTo(OPS.resolve("container/Dockerfile").toRealPath());
    }

    private static String copied(String module) {
        return "\nCOPY %s %s\n".formatted(module, module);
    }

    private static JsonNode compose() throws IOException {
        return yaml("compose/docker-compose.yml").getFirst();
    }

    private static List<JsonNode> kubernetes() throws IOException {
        return yaml("kubernetes/erp.yml");
    }

    private static List<JsonNode> yaml(String file) throws IOException {
        var documents = new ArrayList<JsonNode>();
        try (var text = Files.newBufferedReader(OPS.resolve(file))) {
            new Yaml().loadAll(text).forEach(document -> documents.add(JSON.valueToTree(document)));
        }
        return documents;
    }

    private static void validate(JsonNode object) throws Exception {
        String version = object.get("apiVersion").textValue();
        String model = version.substring(version.lastIndexOf('/') + 1).replace('v', 'V')
                + object.get("kind").textValue();
        validate(model, object);
    }

    /** The models of the API's official client refuse fields that the API does not have. */
    private static void validate(String model, JsonNode object) throws Exception {
        try {
            Class.forName("io.kubernetes.client.openapi.models." + model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(object.toString()));
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(model, e.getCause());
        }
    }
}
