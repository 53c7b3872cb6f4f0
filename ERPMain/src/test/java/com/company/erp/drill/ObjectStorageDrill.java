package com.company.erp.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/files.md with the files of two instances in a bucket of a real object store. */
class ObjectStorageDrill extends Drill {

    private static final int LARGEST_BYTES = 50 << 20;
    private static final ErpUser ADMIN = new ErpUser();

    private static ObjectStore store;
    private static Installation installation;
    private static Api first;
    private static Api second;
    private static String company = "";
    private static String record = "";

    @BeforeAll
    static void start() {
        needs(
                "files in a bucket of an object store",
                "memcached",
                "swift-proxy-server",
                "swift-account-server",
                "swift-container-server",
                "swift-object-server");
        long began = System.nanoTime();
        store = ObjectStore.create(Scratch.folder("objects"));
        measured("an object store stands after %.1f s", secondsSince(began));
        installation = Installation.withoutInstances();
        first = ADMIN.inNewCompany(installation.add(settings(Installation.asOwner())));
        second = ADMIN.again(installation.add(settings(Map.of())), first);
        record = "parties/" + ADMIN.customer(first);
        company = first.get("/api/company").ok().get("id").textValue();
    }

    @AfterAll
    static void stop() {
        if (installation != null) installation.close();
        if (store != null) store.close();
    }

    private static Map<String, String> settings(Map<String, String> more) {
        var settings = new TreeMap<>(store.environment());
        settings.put("ERP_STORAGE_TAKE_OVER_EVERY", "1s");
        settings.put("ERP_STORAGE_ORPHANS_AFTER", "3s");
        settings.putAll(more);
        return settings;
    }

    private static Answer attach(Api who, String name, byte[] content) {
        return who.send("POST", "/api/" + record + "/attachments?name=" + name, "application/octet-stream", content);
    }

    private static String content(JsonNode attachment) {
        return "/api/attachments/" + attachment.get("id").textValue() + "/content";
    }

    private static byte[] pdf(int sizeBytes, int seed) {
        byte[] content = new byte[sizeBytes];
        new Random(seed).nextBytes(content);
        System.arraycopy("%PDF-1.7\n".getBytes(UTF_8), 0, content, 0, 9);
        return content;
    }

    private static List<String> blobs() {
        return store.names().stream()
                .filter(name -> name.startsWith(company) && !name.endsWith("belongs-to"))
                .toList();
    }

    @Test
    void the_largest_file_that_one_instance_takes_comes_from_the_other_whole_and_in_part() {
        byte[] sent = pdf(LARGEST_BYTES, 1);
        long began = System.nanoTime();
        JsonNode attachment = attach(first, "Plan.pdf", sent).created();
        measured("50 MB into the bucket: %.1f s", secondsSince(began));

        began = System.nanoTime();
        Answer whole = second.get(content(attachment)).expect(200);
        measured("50 MB out of the bucket: %.1f s", secondsSince(began));
        assertThat(whole.bytes()).isEqualTo(sent);
        began = System.nanoTime();
        Answer part = second.with("Range", "bytes=40000000-40000099").get(content(attachment));
        measured("a hundred bytes out of 50 MB: %.2f s", secondsSince(began));
        assertThat(part.expect(206).bytes()).isEqualTo(Arrays.copyOfRange(sent, 40_000_000, 40_000_100));
        second.with("If-None-Match", whole.header("ETag"))
                .get(content(attachment))
                .expect(304);
        first.with("If-None-Match", "\"elder\"").get(content(attachment)).expect(200);
    }

    @Test
    void the_store_holds_a_content_once_and_nothing_that_it_could_read() {
        byte[] sent = "The recipe is two parts of sugar. ".repeat(5_000).getBytes(UTF_8);
        List<String> before = blobs();
        JsonNode attachment = attach(first, "recipe.txt", sent).created();
        attach(second, "again.txt", sent).created();

        List<String> added =
                blobs().stream().filter(name -> !before.contains(name)).toList();
        assertThat(added).hasSize(1);
        assertThat(new String(store.bytes(added.getFirst()), UTF_8)).doesNotContain("sugar");
        assertThat(second.get(content(attachment)).expect(200).bytes()).isEqualTo(sent);
    }

    @Test
    void a_wrong_key_bucket_or_region_is_told_at_the_start() {
        var refused = new TreeMap<String, BuiltErp>();
        var wrong = Map.of(
                "ERP_STORAGE_S3_SECRET_KEY", "refuses the access key",
                "ERP_STORAGE_S3_BUCKET", "has no bucket elsewhere",
                "ERP_STORAGE_S3_REGION", "in another region");
        wrong.keySet()
                .forEach(setting -> refused.put(setting, installation.launch(settings(Map.of(setting, "elsewhere")))));
        refused.forEach((setting, erp) -> {
            assertThat(erp.exitCode()).as(setting).isEqualTo(1);
            assertThat(erp.said()).as(setting).contains(wrong.get(setting));
        });
    }

    @Test
    void while_the_store_is_away_files_wait_and_the_rest_goes_on() {
        JsonNode attachment = attach(first, "kept.pdf", pdf(100_000, 2)).created();
        store.shut();
        try {
            Answer refused = attach(first, "never.pdf", pdf(100_000, 3));
            refused.refused(503, "service.storage");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            second.get(content(attachment)).refused(503, "service.storage");
            ADMIN.issued(first, ADMIN.customer(first));
        } finally {
            store.open();
        }
        second.get(content(attachment)).expect(200);
        attach(first, "never.pdf", pdf(100_000, 3)).created();
    }

    @Test
    void another_secret_seals_all_anew_and_the_elder_blobs_go() {
        byte[] sent = pdf(300_000, 4);
        JsonNode attachment = attach(first, "sealed.pdf", sent).created();
        List<String> before = blobs();
        String old = installation.environment().get("STORAGE_KEY");
        String current = "a_newer_one_of_32_random_characters_";
        for (int i = 0; i < 2; i++) {
            installation.instances().get(i).close();
            installation.relaunch(i, settings(Map.of("STORAGE_KEY", current, "ERP_STORAGE_PREVIOUS_KEYS", old)));
        }
        installation.instances().forEach(BuiltErp::awaitReady);
        Awaitility.await("sealed anew")
                .atMost(Duration.ofMinutes(1))
                .until(() -> installation
                        .postgres()
                        .sql("SELECT count(DISTINCT key_id), bool_and(blob_id IS NOT NULL) FROM stored_files")
                        .equals("1|t"));

        assertThat(second.get(content(attachment)).expect(200).bytes()).isEqualTo(sent);
        sweepUntil(() -> blobs().stream().noneMatch(before::contains));
        assertThat(first.get(content(attachment)).expect(200).bytes()).isEqualTo(sent);
        verify(current);
    }

    @Test
    void what_no_row_names_is_swept_from_the_bucket() {
        JsonNode attachment = attach(first, "stays.pdf", pdf(10_000, 5)).created();
        String orphan = company + "/" + UUID.randomUUID();
        store.put(orphan, pdf(10_000, 6));
        sweepUntil(() -> !store.names().contains(orphan));
        second.get(content(attachment)).expect(200);
    }

    /** The day's jobs again and again, until what nothing names is old enough to be swept. */
    private static void sweepUntil(Callable<Boolean> swept) {
        Awaitility.await("swept")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    installation
                            .postgres()
                            .sql("UPDATE job_marks SET done_on = DATE '1970-01-01' WHERE job = 'files in step'");
                    return swept.call();
                });
    }

    /** The proof of a restored database, whose files have never left the bucket. */
    private static void verify(String key) {
        var environment = new TreeMap<>(installation.environment());
        environment.putAll(settings(Map.of("STORAGE_KEY", key)));
        environment.putAll(Map.of(
                "ERP_DATA", Scratch.folder("proof").toString(),
                "LOGGING_FILE_NAME", "",
                "JAVA_TOOL_OPTIONS", "-Xmx512m -XX:TieredStopAtLevel=1"));
        assertThat(Runbook.block("verify")
                        .standIn("java", "\"$JAVA_HOME/bin/java\" \"$@\"")
                        .run(environment)
                        .ok())
                .contains("The books and files of every company are sound.");
    }
}
