package com.company.erp.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private static final int INVOICES = 80;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 20;
    private static final int CLERKS = 6;
    private static final int FILES = 40;
    private static final String WORD = "Kraken";

    /** The reading of texts begins at once, and is taken up soon after a kill. */
    private static final Map<String, String> SHORT_OF_PATIENCE =
            Map.of("ERP_SEARCH_PATIENCE", "1s", "ERP_SEARCH_READ_EVERY", "100ms");

    @TempDir
    private Path around;

    @AutoClose
    private BuiltErp erp;

    private final ErpUser admin = new ErpUser();

    @Test
    void a_kill_keeps_every_acknowledged_invoice_and_file_and_leaves_every_other_whole_or_absent() {
        Path data = around.resolve("data");
        erp = BuiltErp.launch(data, SHORT_OF_PATIENCE).awaitReady();
        Api api = admin.inNewCompany(erp);
        List<String> drafts = new ArrayList<>();
        String customer = admin.customer(api);
        for (int i = 0; i < INVOICES; i++) drafts.add(admin.draft(api, customer));
        List<ProcessHandle> before = List.of(erp.postgres(), erp.redis());
        Map<String, String> acknowledged = new ConcurrentHashMap<>();

        Map<String, String> kept = new ConcurrentHashMap<>();

        workUntilKilled(api, drafts, acknowledged, customer, kept);
        erp = BuiltErp.launch(data, SHORT_OF_PATIENCE).awaitReady();

        Api after = admin.again(erp, api);
        expectWholeOrAbsent(after, drafts, acknowledged);
        expectFilesWholeOrAbsent(after, customer, kept);
        assertThat(before).noneMatch(ProcessHandle::isAlive);
        assertThat(erp.servers()).contains(erp.postgres(), erp.redis());
    }

    /** Each file that is listed has its bytes, and is found by its words, even if the kill met their reader. */
    private void expectFilesWholeOrAbsent(Api after, String customer, Map<String, String> kept) {
        JsonNode listed =
                after.get("/api/parties/" + customer + "/attachments").ok().get("items");
        assertThat(listed.findValuesAsText("id")).containsAll(kept.keySet());
        for (JsonNode file : listed) {
            String id = file.get("id").textValue();
            Answer content = after.get("/api/attachments/" + id + "/content").expect(200);
            assertThat(content.bytes()).hasSize(file.get("sizeBytes").intValue());
            if (kept.containsKey(id)) assertThat(content.text()).isEqualTo(kept.get(id));
        }
        erp.await(
                "all words are gathered",
                () -> after.get("/api/attachments?limit=500&q=" + WORD)
                                .ok()
                                .get("items")
                                .size()
                        == listed.size());
    }

    private static void attach(Api api, String customer, int number, Map<String, String> kept) {
        String text = (WORD + " " + number + "\n").repeat(20_000);
        String path = "/api/parties/" + customer + "/attachments?name=" + number + ".txt";
        try {
            Answer answer = api.send("POST", path, "text/plain", text.getBytes(StandardCharsets.UTF_8));
            kept.put(answer.created().get("id").textValue(), text);
        } catch (UncheckedIOException killed) {
            assertThat(killed).hasCauseInstanceOf(IOException.class);
        }
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

    /** Issues and uploads by several clerks at once, and kills the JVM while they are at it. */
    private void workUntilKilled(
            Api api, List<String> drafts, Map<String, String> acknowledged, String customer, Map<String, String> kept) {
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            for (int i = 0; i < drafts.size(); i++) {
                String draft = drafts.get(i);
                int number = i;
                clerks.execute(() -> issue(api, draft, acknowledged));
                if (i < FILES) clerks.execute(() -> attach(api, customer, number, kept));
            }
            erp.await("enough invoices", () -> acknowledged.size() >= ACKNOWLEDGED_BEFORE_THE_KILL && !kept.isEmpty());
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
