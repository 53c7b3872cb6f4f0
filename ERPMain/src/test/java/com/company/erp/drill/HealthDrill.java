package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.hostile.PageVisitor;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** monitoring.md, health: what is said while a server is away, and how soon all is well again by itself. */
class HealthDrill extends Drill {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ErpUser ADMIN = new ErpUser();

    private static Installation installation;
    private static BuiltErp erp;
    private static Api api;

    @BeforeAll
    static void start() {
        installation = Installation.shared();
        erp = installation.instances().getFirst();
        api = ADMIN.inNewCompany(erp);
    }

    @Test
    void without_redis_the_house_is_degraded_and_only_pages_wait() {
        var visitor = PageVisitor.signedIn(erp.api().base(), "admin", ErpUser.PASSWORD);
        visitor.get("/").expect(200);

        installation.redis().server().kill();
        Answer health = awaitStatus("DEGRADED");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().at("/components/redis/status").textValue()).isEqualTo("DOWN");
        assertThat(erp.get("/actuator/health/readiness").status()).isEqualTo(200);
        ADMIN.issued(api, ADMIN.customer(api));
        assertThat(visitor.get("/").expect(503).header("Retry-After")).isEqualTo("5");
        try (BuiltErp begun = installation.launch(Map.of()).awaitReady()) {
            assertThat(begun.health().json().get("status").textValue()).isEqualTo("DEGRADED");
        }

        installation.redis().restart();
        long began = System.nanoTime();
        awaitStatus("UP");
        visitor.get("/").expect(200);
        measured("Redis is back, and so are pages and who was signed in, after %.1f s", secondsSince(began));
    }

    @Test
    void without_the_database_the_house_is_down_and_not_ready_but_alive() {
        long began = System.nanoTime();
        installation.postgres().server().kill();
        Answer health = awaitStatus("DOWN");
        measured("the database is killed: DOWN after %.1f s", secondsSince(began));
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().at("/components/db/status").textValue()).isEqualTo("DOWN");
        assertThat(erp.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(erp.get("/actuator/health/liveness").status()).isEqualTo(200);
        api.get("/api/parties").expect(503);

        installation.postgres().restart();
        began = System.nanoTime();
        awaitStatus("UP");
        measured("the database is back: UP after %.1f s", secondsSince(began));
        ADMIN.issued(api, ADMIN.customer(api));
        ADMIN.expectSoundBooks(api);
    }

    /** Of every instance; answers the health of the first. */
    private static Answer awaitStatus(String status) {
        List<BuiltErp> instances = installation.instances();
        Awaitility.await("all are " + status)
                .atMost(SOON)
                .until(() -> instances.stream()
                        .allMatch(each ->
                                each.health().json().path("status").asText().equals(status)));
        return erp.health();
    }
}
