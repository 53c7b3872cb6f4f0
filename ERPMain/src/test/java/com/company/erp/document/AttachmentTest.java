package com.company.erp.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.finance.InvoicingScenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Files that are kept with records: who sees them, for how long, and what is on the disk. */
class AttachmentTest extends InvoicingScenario {

    private static final String BYTES = "application/octet-stream";

    @Value("${erp.storage.folder}")
    private Path storage;

    private Answer attach(Api who, String record, String name, byte[] content) {
        return who.send("POST", "/api/" + record + "/attachments?name=" + name, BYTES, content);
    }

    private JsonNode attached(String record, String name, byte[] content) {
        return attach(api, record, name, content).created();
    }

    private static byte[] pdf(int sizeBytes, int seed) {
        byte[] content = new byte[sizeBytes];
        new Random(seed).nextBytes(content);
        System.arraycopy("%PDF-1.7\n".getBytes(UTF_8), 0, content, 0, 9);
        return content;
    }

    private Answer content(JsonNode attachment) {
        return api.get("/api/attachments/%s/content", attachment.get("id").textValue());
    }

    private List<Path> filesOnDisk() throws IOException {
        Path home = storage.resolve(company.get("id").textValue());
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.getFileName().toString().length() == 36)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    @Test
    void a_file_comes_back_byte_for_byte_whole_or_in_part() {
        String record = "parties/" + customer("Acme");
        byte[] sent = pdf(300_000, 1);
        JsonNode attachment = attached(record, "Contract.pdf", sent);

        Answer whole = content(attachment);
        assertThat(whole.expect(200).bytes()).isEqualTo(sent);
        assertThat(whole.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(whole.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("Contract.pdf");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");

        String path = "/api/attachments/" + attachment.get("id").textValue() + "/content";
        Answer part = api.with("Range", "bytes=65530-200000").get(path);
        assertThat(part.expect(206).bytes()).isEqualTo(Arrays.copyOfRange(sent, 65_530, 200_001));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 65530-200000/300000");
        assertThat(api.with("Range", "bytes=-5").get(path).expect(206).bytes()).hasSize(5);
        api.with("Range", "bytes=300000-").get(path).expect(416);
        api.with("If-None-Match", whole.header("ETag")).get(path).expect(304);
        api.with("Range", "bytes=0-9").with("If-Range", "\"elder\"").get(path).expect(200);
    }

    @Test
    void a_form_brings_a_file_as_well_and_its_name_is_made_plain() {
        String form =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"..\\\\secret\\\\Grüße: 1.txt\"\r\n\r\n"
                        + "Hello\r\n--x--\r\n";
        String path = "/api/parties/" + customer("Acme") + "/attachments";
        JsonNode attachment = api.send("POST", path, "multipart/form-data; boundary=x", form.getBytes(UTF_8))
                .created();

        assertThat(attachment.get("name").textValue()).isEqualTo("Grüße 1.txt");
        assertThat(attachment.get("mediaType").textValue()).isEqualTo("text/plain");
        assertThat(content(attachment).text()).isEqualTo("Hello");
        assertThat(api.get(path).ok().get("items")).hasSize(1);
    }

    @Test
    void what_a_file_is_shows_from_its_content_and_only_listed_types_are_kept() throws IOException {
        String record = "parties/" + customer("Acme");
        attached(record, "a.pdf", pdf(1_000, 1));

        attach(api, record, "a.pdf", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8))
                .refused(422, "file.type");
        attach(api, record, "a.pdf", new byte[] {'M', 'Z', 0, 1, 2}).refused(422, "file.type");
        attach(api, record, "a.txt", new byte[0]).refused(422, "file.empty");
        attach(api, record, "%2e%2e", "Hello".getBytes(UTF_8)).refused(422, "file.name");
        assertThat(filesOnDisk()).as("what was refused leaves nothing").hasSize(1);
    }

    @Test
    void a_file_over_the_limit_is_refused() throws IOException {
        String record = "parties/" + customer("Acme");
        attached(record, "a.pdf", pdf(1_000, 1));

        attach(api, record, "b.pdf", pdf(51 << 20, 2)).refused(413, "request.too_large");
        attach(api, record, "b.pdf", pdf((50 << 20) + 1, 2)).refused(413, "request.too_large");
        attached(record, "b.pdf", pdf(50 << 20, 2));
        assertThat(filesOnDisk()).hasSize(2);
    }

    @Test
    void equal_contents_are_stored_once_in_a_company_and_nobody_reads_them_on_the_disk() throws Exception {
        byte[] sent = "The recipe is two parts of sugar. ".repeat(50).getBytes(UTF_8);
        JsonNode first = attached("parties/" + customer("Acme"), "a.txt", sent);
        JsonNode second = attached("parties/" + customer("Bolt"), "b.txt", sent);

        assertThat(first.get("sha256")).isEqualTo(second.get("sha256"));
        assertThat(filesOnDisk()).hasSize(1);
        assertThat(new String(Files.readAllBytes(filesOnDisk().getFirst()), UTF_8))
                .doesNotContain("sugar");
        assertThat(content(second).bytes()).isEqualTo(sent);
    }

    @Test
    void who_may_not_read_the_record_sees_none_of_its_files() {
        String invoice =
                invoice(customer("Acme")).line("Work", "1", "100.00", VAT_20).drafted();
        JsonNode attachment = attached("invoices/" + invoice, "a.pdf", pdf(1_000, 1));
        String id = attachment.get("id").textValue();

        Api storekeeper = asUserWith("WAREHOUSE");
        storekeeper.get("/api/invoices/%s/attachments", invoice).refused(403, "access.denied");
        storekeeper.get("/api/attachments/%s", id).refused(403, "access.denied");
        storekeeper.get("/api/attachments/%s/content", id).refused(403, "access.denied");
        attach(storekeeper, "invoices/" + invoice, "b.pdf", pdf(1_000, 2)).refused(403, "access.denied");
        asUserWith("SALES").get("/api/attachments/%s/content", id).expect(200);

        Api elsewhere = newCompany("Elsewhere");
        elsewhere.get("/api/attachments/%s/content", id).refused(404, "attachment.unknown");
        elsewhere.get("/api/invoices/%s/attachments", invoice).refused(404, "record.unknown");
        api.get("/api/passwords/%s/attachments", invoice).refused(404, "record.resource");
        api.get("/api/invoices/%s/attachments", UUID.randomUUID()).refused(404, "record.unknown");
    }

    private static Map<String, String> place(String resource, String id) {
        return Map.of("resource", resource, "record", id);
    }

    @Test
    void a_file_of_several_records_is_stored_once_and_seen_by_who_may_see_one_of_them() throws IOException {
        String customer = customer("Acme");
        String invoice = invoice(customer).line("Work", "1", "100.00", VAT_20).drafted();
        JsonNode file = attached("invoices/" + invoice, "a.txt", "one".getBytes(UTF_8));
        String path = "/api/attachments/" + file.get("id").textValue();
        Api storekeeper = asUserWith("WAREHOUSE");
        storekeeper.get(path + "/content").refused(403, "access.denied");

        JsonNode linked = api.post(path + "/link", place("parties", customer)).ok();
        assertThat(linked.get("resource").textValue()).isEqualTo("invoices");
        assertThat(linked.at("/others/0/label").textValue()).isEqualTo("Acme");
        api.post(path + "/link", place("parties", customer)).refused(409, "attachment.linked_already");
        api.post(path + "/link", place("parties", UUID.randomUUID().toString())).refused(404, "record.unknown");
        assertThat(filesOnDisk()).hasSize(1);

        storekeeper.get(path + "/content").expect(200);
        JsonNode seen =
                storekeeper.get("/api/parties/%s/attachments", customer).ok().at("/items/0");
        assertThat(seen.get("resource").textValue()).isEqualTo("parties");
        assertThat(seen.get("others")).as("the invoice is not his to see").isEmpty();
        assertThat(storekeeper.get("/api/attachments?record=" + customer).ok().get("items"))
                .hasSize(1);
        assertThat(storekeeper
                        .get("/api/attachments")
                        .ok()
                        .at("/items/0/recordLabel")
                        .textValue())
                .isEqualTo("Acme");

        remove(linked).refused(409, "attachment.linked");
        JsonNode alone = api.post(path + "/unlink", place("parties", customer)).ok();
        api.post(path + "/unlink", place("parties", customer)).refused(409, "attachment.not_linked");
        storekeeper.get(path + "/content").refused(403, "access.denied");
        remove(alone).noContent();
    }

    @Test
    void who_links_a_file_must_see_it_and_the_record() {
        String customer = customer("Acme");
        String invoice = invoice(customer).line("Work", "1", "100.00", VAT_20).drafted();
        JsonNode ofInvoice = attached("invoices/" + invoice, "a.txt", "one".getBytes(UTF_8));
        JsonNode ofParty = attached("parties/" + customer, "b.txt", "two".getBytes(UTF_8));

        Api purchaser = asUserWith("PURCHASER");
        purchaser
                .post("/api/attachments/" + ofInvoice.get("id").textValue() + "/link", place("parties", customer))
                .refused(403, "access.denied");
        purchaser
                .post("/api/attachments/" + ofParty.get("id").textValue() + "/link", place("invoices", invoice))
                .refused(403, "access.denied");
        assertThat(api.get("/api/invoices/%s/attachments", invoice).ok().get("items"))
                .hasSize(1);
    }

    @Test
    void the_strictest_of_its_records_says_how_long_a_file_stays() {
        String customer = customer("Acme");
        JsonNode file = attached("parties/" + customer, "a.txt", "one".getBytes(UTF_8));
        String path = "/api/attachments/" + file.get("id").textValue();
        String invoice = invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");

        JsonNode linked = api.post(path + "/link", place("invoices", invoice)).ok();
        assertThat(linked.get("keptUntil").textValue()).isEqualTo("2036-12-31");
        api.post(path + "/unlink", place("invoices", invoice)).refused(409, "attachment.retained");
        asUserWith("WAREHOUSE").ifMatch(linked).delete(path).refused(403, "access.denied");
    }

    @Test
    void tags_sort_files_whatever_their_records() {
        String acme = "parties/" + customer("Acme");
        JsonNode file = attached(acme, "a.txt&tags=Contract,contract", "one".getBytes(UTF_8));
        String path = "/api/attachments/" + file.get("id").textValue();
        assertThat(file.get("tags")).extracting(JsonNode::textValue).containsExactly("contract");

        JsonNode tagged = api.ifMatch(file)
                .put(path, Map.of("name", "a.txt", "tags", List.of("Year  2026", "contract")))
                .ok();
        assertThat(tagged.get("tags")).extracting(JsonNode::textValue).containsExactly("contract", "year 2026");
        assertThat(tagged.get("version").intValue())
                .isGreaterThan(file.get("version").intValue());
        JsonNode renamed =
                api.ifMatch(tagged).put(path, Map.of("name", "b.txt")).ok();
        assertThat(renamed.get("tags")).as("as they were").hasSize(2);
        api.ifMatch(renamed)
                .put(path, Map.of("name", "b.txt", "tags", List.of("x".repeat(41))))
                .refused(422, "file.tags");

        assertThat(api.get("/api/attachments?tag=%s", "year%202026")
                        .ok()
                        .at("/items/0/tags/1")
                        .textValue())
                .isEqualTo("year 2026");
        assertThat(api.get("/api/attachments?tag=other").ok().get("items")).isEmpty();
        assertThat(api.get("/api/attachments/tags").ok())
                .extracting(JsonNode::textValue)
                .containsExactly("contract", "year 2026");
        String invoice =
                invoice(customer("Bolt")).line("Work", "1", "100.00", VAT_20).drafted();
        attached("invoices/" + invoice, "c.txt&tags=hidden", "two".getBytes(UTF_8));
        assertThat(asUserWith("WAREHOUSE").get("/api/attachments/tags").ok()).hasSize(2);
    }

    @Test
    void a_new_version_leaves_the_elder_ones_readable() {
        JsonNode first = attached("parties/" + customer("Acme"), "a.txt", "one".getBytes(UTF_8));
        String path = "/api/attachments/" + first.get("id").textValue();
        JsonNode second = api.send("POST", path + "/versions", BYTES, "two".getBytes(UTF_8))
                .ok();

        assertThat(second.get("versions")).hasSize(2);
        assertThat(content(first).text()).isEqualTo("two");
        assertThat(api.get(path + "/content?version=1").text()).isEqualTo("one");
        api.get(path + "/content?version=3").refused(404, "attachment.version_unknown");
        api.ifMatch(first).put(path, Map.of("name", "b.txt")).refused(412, "record.stale");
        assertThat(api.ifMatch(second)
                        .put(path, Map.of("name", "b.txt", "note", "final"))
                        .ok()
                        .get("name")
                        .asText())
                .isEqualTo("b.txt");
    }

    @Test
    void the_files_of_a_booked_record_stay_for_their_term() {
        String invoice =
                invoice(customer("Acme")).line("Work", "1", "100.00", VAT_20).drafted();
        JsonNode note = attached("invoices/" + invoice, "a.txt", "draft".getBytes(UTF_8));
        JsonNode proof = attached("invoices/" + invoice, "b.txt", "proof".getBytes(UTF_8));
        remove(note).noContent();
        content(note).refused(404, "attachment.unknown");

        issue(invoice, "2026-03-02").ok();
        remove(proof).refused(409, "attachment.retained");
        JsonNode listed = api.get("/api/invoices/%s/attachments", invoice).ok().at("/items/0");
        assertThat(listed.get("retention").asText()).isEqualTo("VOUCHER");
        assertThat(listed.get("keptUntil").asText()).isEqualTo("2036-12-31");
    }

    private Answer remove(JsonNode attachment) {
        return api.ifMatch(attachment)
                .delete("/api/attachments/" + attachment.get("id").textValue());
    }

    @Test
    void a_hold_and_a_term_keep_a_file_whoever_tries() throws Exception {
        JsonNode held = attached("parties/" + customer("Acme"), "a.txt", "one".getBytes(UTF_8));
        String path = "/api/attachments/" + held.get("id").textValue();
        JsonNode now = api.post(path + "/hold", Map.of("reason", "Case 12")).ok();
        remove(now).refused(409, "attachment.held");
        asUserWith("SALES").post(path + "/release").refused(403, "access.denied");
        JsonNode lifted = api.post(path + "/release").ok();
        JsonNode letter = api.ifMatch(lifted)
                .put(path, Map.of("name", "a.txt", "retention", "LETTER"))
                .ok();
        remove(letter).refused(409, "attachment.retained");
        api.ifMatch(letter)
                .put(path, Map.of("name", "a.txt", "retention", "NONE"))
                .refused(409, "attachment.retained");

        try (var connection = superuser();
                var statement = connection.createStatement()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> statement.executeUpdate("DELETE FROM attachments WHERE id = '"
                                    + held.get("id").textValue() + "'"))
                    .hasMessageContaining("attachment.retained");
        }
    }

    @Test
    void the_same_upload_with_the_same_key_is_one_file() {
        String record = "parties/" + customer("Acme");
        Api careful = api.withKey("upload-1");
        byte[] sent = pdf(2_000_000, 3);

        JsonNode first = attach(careful, record, "a.pdf", sent).created();
        assertThat(attach(careful, record, "a.pdf", sent).created()).isEqualTo(first);
        assertThat(api.get("/api/" + record + "/attachments").ok().get("items")).hasSize(1);
        assertThat(content(first).bytes()).isEqualTo(sent);
    }

    @Test
    void what_a_crash_left_is_swept_and_what_counts_is_not() throws Exception {
        JsonNode kept = attached("parties/" + customer("Acme"), "a.txt", "one".getBytes(UTF_8));
        JsonNode removed = attached("parties/" + customer("Bolt"), "b.txt", "two".getBytes(UTF_8));
        Path before = filesOnDisk().getFirst();
        Path orphan = Files.writeString(beside(before), "crashed long ago");
        Path young = Files.writeString(beside(before), "perhaps under way");
        for (Path file : filesOnDisk()) if (!file.equals(young)) makeOld(file);

        nightOf("2026-05-01");
        assertThat(filesOnDisk()).hasSize(3).doesNotContain(orphan);
        remove(removed).noContent();
        nightOf("2026-05-02");
        nightOf("2026-05-03");
        assertThat(filesOnDisk()).as("a backup may still want it").hasSize(3);
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE released_blobs SET released_at = released_at - interval '8 days'");
        }
        nightOf("2026-05-04");
        assertThat(filesOnDisk()).hasSize(2).contains(young);
        assertThat(content(kept).text()).isEqualTo("one");
    }

    /** A file that no row names, in the drawer of another one, where its own name belongs too. */
    private static Path beside(Path file) {
        String drawer = file.getParent().getFileName().toString();
        return file.resolveSibling(UUID.randomUUID().toString().substring(0, 34) + drawer);
    }

    private static void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(30, ChronoUnit.DAYS)));
    }

    @Test
    void another_place_for_files_is_neither_used_nor_swept() throws IOException {
        String record = "parties/" + customer("Acme");
        JsonNode attachment = attached(record, "a.txt", "one".getBytes(UTF_8));
        Path marker = storage.resolve(company.get("id").textValue()).resolve("belongs-to");
        String own = Files.readString(marker);
        Path stranger = Files.writeString(beside(filesOnDisk().getFirst()), "another installation's");
        makeOld(stranger);

        Files.writeString(marker, UUID.randomUUID().toString());
        attach(api, record, "b.txt", "two".getBytes(UTF_8)).refused(409, "storage.foreign");
        nightOf("2026-05-01");
        assertThat(filesOnDisk()).contains(stranger);

        Files.writeString(marker, own);
        assertThat(content(attachment).text()).isEqualTo("one");
        attached(record, "b.txt", "two".getBytes(UTF_8));
    }
}
