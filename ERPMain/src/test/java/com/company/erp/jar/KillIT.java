package com.company.erp.jar;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the ERP is killed in the middle of its work. */
class KillIT {

    private static final int INVOICES = 200;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 40;
    private static final int CLERKS = 6;

    @TempDir
    private Path around;

    @AutoClose
    private BuiltErp erp;

    private final ErpUser admin = new ErpUser();

    @Test
    void a_kill_keeps_every_acknowledged_invoice_and_leaves_every_other_whole_or_absent() {
        Path data = around.resolve("data");
        erp = BuiltErp.start(data);
        Api api = admin.inNewCompany(erp);
        List<String> drafts = new ArrayList<>();
        String customer = admin.customer(api);
        for (int i = 0; i < INVOICES; i++) drafts.add(admin.draft(api, customer));
        List<ProcessHandle> before = List.of(erp.postgres(), erp.redis());
        Map<String, String> acknowledged = new ConcurrentHashMap<>();

        issueUntilKilled(api, drafts, acknowledged);
        erp = BuiltErp.start(data);

        expectWholeOrAbsent(admin.again(erp, api), drafts, acknowledged);
        assertThat(before).noneMatch(ProcessHandle::isAlive);
        assertThat(erp.servers()).containsExactlyInAnyOrder(erp.postgres(), erp.redis());
    }

    private void expectWholeOrAbsent(Api after, List<String> drafts, Map<String, String> acknowledged) {
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
}
