package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** monitoring.md: what health says while one of the house's own servers is away, and once it is back. */
class OutageDrill extends Drill {

    private static final ErpUser ADMIN = new ErpUser();

    private static BuiltErp erp;

    @BeforeAll
    static void start() {
        erp = BuiltErp.start(Scratch.folder("outage").resolve("data"));
    }

    @AfterAll
    static void stop() {
        if (erp != null) erp.close();
    }

    @Test
    void without_redis_the_house_is_degraded_and_serves_until_redis_is_back() {
        Api api = ADMIN.inNewCompany(erp);
        ProcessHandle redis = erp.redis();

        BuiltErp.signal("STOP", redis);
        erp.await("DEGRADED", () -> statusOf(erp.health()).equals("DEGRADED"));
        Answer health = erp.health().expect(200);
        assertThat(health.json().at("/components/redis/status").textValue()).isEqualTo("DOWN");
        assertThat(health.json().at("/components/db/status").textValue()).isEqualTo("UP");
        assertThat(erp.get("/actuator/health/readiness").status()).isEqualTo(200);
        ADMIN.customer(api);

        BuiltErp.signal("KILL", redis);
        erp.await("UP", () -> statusOf(erp.health()).equals("UP"));
        assertThat(erp.redis()).isNotEqualTo(redis);
        assertThat(components(erp.health().ok()))
                .containsOnly(entry("db", "UP"), entry("redis", "UP"), entry("diskSpace", "UP"));
    }

    @Test
    void without_the_database_the_house_is_not_ready_but_alive() {
        Api api = ADMIN.inNewCompany(erp);

        BuiltErp.signal("KILL", erp.postgres());
        erp.await("not ready", () -> erp.get("/actuator/health/readiness").status() == 503);
        assertThat(erp.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(erp.health().status()).isEqualTo(503);
        assertThat(erp.health().json().at("/components/db/status").textValue()).isEqualTo("DOWN");
        Answer refused = api.get("/api/company");
        refused.refused(503, "service.unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();

        erp.close();
        erp = BuiltErp.start(erp.data());
        ADMIN.again(erp, api).get("/api/company").ok();
    }

    private static String statusOf(Answer health) {
        return health.status() == 0 ? "" : health.json().path("status").asText();
    }

    private static Map<String, String> components(JsonNode health) {
        Map<String, String> components = new HashMap<>();
        health.get("components")
                .fields()
                .forEachRemaining(part -> components.put(
                        part.getKey(), part.getValue().get("status").textValue()));
        return components;
    }
}
