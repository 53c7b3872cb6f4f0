package com.company.erp.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a process is killed in the middle of its work: of the ERP itself, of Redis, of the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private static final int INVOICES = 200;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 40;
    private static final int CLERKS = 6;

    @TempDir
    private static Path around;

    private BuiltErp erp;
    private final ErpUser admin = new ErpUser();

    @BeforeEach
    void run() {
        if (erp == null || !erp.isAlive()) erp = BuiltErp.start(around.resolve("data"));
    }

    @AfterAll
    void stop() {
        if (erp != null) erp.close();
    }

    @Test
    void a_kill_keeps_every_acknowledged_invoice_and_leaves_every_other_whole_or_absent() {
        Api api = admin.inNewCompany(erp);
        List<String> drafts = new ArrayList<>();
        String customer = admin.customer(api);
        for (int i = 0; i < INVOICES; i++) drafts.add(admin.draft(api, customer));
        List<ProcessHandle> before = List.of(erp.postgres(), erp.redis());
        Map<String, String> acknowledged = new ConcurrentHashMap<>();

        issueUntilKilled(api, drafts, acknowledged);
        erp = BuiltErp.start(around.resolve("data"));

        Api after = admin.again(erp, api);
        Map<String, String> numbers = new HashMap<>();
        for (String draft : drafts) {
            JsonNode invoice = after.get("/api/invoices/" + draft).ok();
            if (invoice.get("number").isTextual()) {
                assertThat(invoice.get("status").textValue()).isEqualTo("ISSUED");
                numbers.put(draft, invoice.get("number").textValue());
            } else {
                assertThat(invoice.get("status").textValue()).isEqualTo("DRAFT");
            }
        }
        assertThat(numbers).containsAllEntriesOf(acknowledged);
        assertThat(numbers).hasSizeLessThan(INVOICES);
        assertThat(new TreeSet<>(numbers.values())).containsExactlyElementsOf(firstNumbers(numbers.size()));
        admin.expectSoundBooks(after);
        assertThat(before).noneMatch(ProcessHandle::isAlive);
        assertThat(erp.servers()).containsExactlyInAnyOrder(erp.postgres(), erp.redis());
    }

    @Test
    void without_redis_the_house_is_degraded_and_serves_until_redis_is_back() {
        Api api = admin.inNewCompany(erp);
        ProcessHandle redis = erp.redis();

        BuiltErp.signal("STOP", redis);
        erp.await("DEGRADED", () -> statusOf(erp.health()).equals("DEGRADED"));
        Answer health = erp.health().expect(200);
        assertThat(health.json().at("/components/redis/status").textValue()).isEqualTo("DOWN");
        assertThat(health.json().at("/components/db/status").textValue()).isEqualTo("UP");
        assertThat(erp.get("/actuator/health/readiness").status()).isEqualTo(200);
        admin.customer(api);

        BuiltErp.signal("KILL", redis);
        erp.await("UP", () -> statusOf(erp.health()).equals("UP"));
        assertThat(erp.redis()).isNotEqualTo(redis);
        assertThat(components(erp.health().ok()))
                .containsOnly(entry("db", "UP"), entry("redis", "UP"), entry("diskSpace", "UP"));
    }

    @Test
    void without_the_database_the_house_is_not_ready_but_alive() {
        Api api = admin.inNewCompany(erp);

        BuiltErp.signal("KILL", erp.postgres());
        erp.await("not ready", () -> erp.get("/actuator/health/readiness").status() == 503);
        assertThat(erp.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(erp.health().status()).isEqualTo(503);
        assertThat(erp.health().json().at("/components/db/status").textValue()).isEqualTo("DOWN");
        Answer refused = api.get("/api/company");
        refused.refused(503, "service.unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();

        erp.close();
        erp = BuiltErp.start(around.resolve("data"));
        admin.again(erp, api).get("/api/company").ok();
    }

    /** Issues by several clerks at once, and kills the JVM while they are at it. */
    private void issueUntilKilled(Api api, List<String> drafts, Map<String, String> acknowledged) {
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            for (String draft : drafts) clerks.execute(() -> issue(api, draft, acknowledged));
            erp.await("enough invoices", () -> acknowledged.size() >= ACKNOWLEDGED_BEFORE_THE_KILL);
            erp.kill();
        }
    }

    private static void issue(Api api, String draft, Map<String, String> acknowledged) {
        try {
            Answer answer = api.post("/api/invoices/" + draft + "/issue", Map.of("on", "2026-03-02"));
            acknowledged.put(draft, answer.ok().get("number").textValue());
        } catch (UncheckedIOException killed) {
            assertThat(killed).hasCauseInstanceOf(IOException.class);
        }
    }

    private static List<String> firstNumbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= count; i++) numbers.add("INV-2026-%05d".formatted(i));
        return numbers;
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
