package com.company.erp.document.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.document.storage.FileStore;
import com.company.erp.finance.InvoicingScenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Files are found by what they are called and by what they say, by whoever may see their record. */
class FindingTest extends InvoicingScenario {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private WordGatherer gatherer;

    @Autowired
    private WordQueue queue;

    @Autowired
    private FileStore store;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    private JsonNode attached(String record, String name, byte[] content) {
        String path = "/api/" + record + "/attachments?name=" + URLEncoder.encode(name, UTF_8);
        return api.send("POST", path, "application/octet-stream", content).created();
    }

    private JsonNode attached(String record, String name, String content) {
        return attached(record, name, content.getBytes(UTF_8));
    }

    private List<String> names(Api who, String query) {
        return who.get("/api/attachments?%s", query).ok().get("items").findValuesAsText("name");
    }

    private List<String> names(String words) {
        return names(api, "q=" + URLEncoder.encode(words, UTF_8));
    }

    private static byte[] zip(String part, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String entry : List.of("[Content_Types].xml", part)) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write((entry.equals(part) ? content : "<Types/>").getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] docx(String paragraphs) throws IOException {
        return zip("word/document.xml", "<w:document xmlns:w='w'>" + paragraphs + "</w:document>");
    }

    @Test
    void files_are_found_by_their_names_notes_and_texts() throws IOException {
        String acme = "parties/" + customer("Acme");
        attached(acme, "Lieferbedingungen Größe XL.txt", "Nothing of interest.");
        attached(
                acme,
                "b.docx",
                docx("<w:p><w:r><w:t>Kardan</w:t></w:r><w:r><w:t>welle</w:t></w:r></w:p><w:p>ends</w:p>"));
        attached(acme, "c.csv", "part;price\nKurbelwelle;12.50\n");
        JsonNode noted = attached(acme, "d.txt", "Plain.");
        api.ifMatch(noted)
                .put("/api/attachments/" + noted.get("id").textValue(), Map.of("name", "d.txt", "note", "for Müller"))
                .ok();
        String invoice = invoice(customer("Bolt"))
                .line("Zahnriemen", "1", "100.00", VAT_20)
                .issuedOn("2026-03-02");
        api.get("/api/invoices/%s/pdf", invoice).expect(200);
        gatherer.gatherAll();

        assertThat(names("grosse lieferb")).containsExactly("Lieferbedingungen Größe XL.txt");
        assertThat(names("kardanwelle ends")).as("a word in two pieces").containsExactly("b.docx");
        assertThat(names("KURBELWELLE 12.50")).containsExactly("c.csv");
        assertThat(names("docx")).as("the end of a name").containsExactly("b.docx");
        assertThat(names("muller")).containsExactly("d.txt");
        assertThat(names("zahnriemen")).as("a printed invoice").hasSize(1);
        assertThat(names("welle")).as("the middle of a word").isEmpty();
        assertThat(names("kardanwelle zahnriemen")).as("all words in one file").isEmpty();
        assertThat(names("& | ! ' :* \\")).as("no word at all").hasSize(5);
    }

    @Test
    void what_changes_is_found_by_what_it_is_now() {
        JsonNode first = attached("parties/" + customer("Acme"), "offer.txt", "Pegasus");
        String path = "/api/attachments/" + first.get("id").textValue();
        gatherer.gatherAll();
        assertThat(names("pegasus")).containsExactly("offer.txt");

        api.send("POST", path + "/versions", "text/plain", "Sphinx".getBytes(UTF_8))
                .ok();
        JsonNode second = api.get(path).ok();
        gatherer.gatherAll();
        assertThat(names("pegasus")).isEmpty();
        assertThat(names("sphinx")).containsExactly("offer.txt");

        JsonNode third =
                api.ifMatch(second).put(path, Map.of("name", "order.txt")).ok();
        gatherer.gatherAll();
        assertThat(names("offer")).isEmpty();
        assertThat(names("order sphinx")).containsExactly("order.txt");

        api.ifMatch(third).delete(path).noContent();
        assertThat(names("sphinx")).isEmpty();
    }

    @Test
    void a_list_is_narrowed_and_read_in_pages() {
        String acme = customer("Acme");
        attached("parties/" + acme, "one.txt", "Letter one");
        attached("parties/" + acme, "two.csv", "Letter;two");
        attached("parties/" + customer("Bolt"), "three.txt", "Letter three");
        gatherer.gatherAll();

        assertThat(names(api, "")).containsExactly("three.txt", "two.csv", "one.txt");
        assertThat(names(api, "record=" + acme)).containsExactly("two.csv", "one.txt");
        assertThat(names(api, "kind=TABLE")).containsExactly("two.csv");
        assertThat(names(api, "resource=invoices")).isEmpty();
        assertThat(names(api, "to=2026-01-01T00:00:00Z")).isEmpty();
        assertThat(names(api, "from=2026-01-01T00:00:00Z&held=false")).hasSize(3);
        JsonNode page = api.get("/api/attachments?q=letter&limit=2").ok();
        assertThat(page.get("items").findValuesAsText("name")).containsExactly("three.txt", "two.csv");
        assertThat(page.at("/items/0/recordLabel").textValue()).isEqualTo("Bolt");
        assertThat(names(api, "q=letter&limit=2&after=" + page.get("next").textValue()))
                .containsExactly("one.txt");
        api.get("/api/attachments?sort=name").refused(422, "sort.unknown");
    }

    @Test
    void nobody_finds_a_file_whose_record_is_not_his_to_see() {
        String customer = customer("Acme");
        String invoice = invoice(customer).line("Work", "1", "100.00", VAT_20).drafted();
        attached("invoices/" + invoice, "secret.txt", "Chimera");
        attached("parties/" + customer, "open.txt", "Chimera");
        gatherer.gatherAll();

        assertThat(names("chimera")).hasSize(2);
        assertThat(names(asUserWith("WAREHOUSE"), "q=chimera")).containsExactly("open.txt");
        assertThat(names(newCompany("Elsewhere"), "q=chimera")).isEmpty();

        api.post("/api/roles", Map.of("name", "Own", "permissions", List.of("invoice.read", "attachment.read")))
                .created();
        api.post("/api/record-rules", Map.of("role", "Own", "permission", "invoice.read", "ownOnly", true))
                .created();
        assertThat(names(asUserWith("Own"), "q=chimera"))
                .as("another's invoice, and no parties")
                .isEmpty();
        assertThat(names(asUserWith("Own"), "")).isEmpty();
    }

    @Test
    void a_bad_file_is_kept_and_found_by_its_name_and_keeps_no_other_from_being_read() throws Exception {
        String acme = "parties/" + customer("Acme");
        attached(acme, "broken.pdf", "%PDF-1.7\nnot at all");
        attached(acme, "entity.docx", zip("word/document.xml", """
                <!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d><p>&e; Basilisk</p></d>"""));
        attached(acme, "bomb.docx", docx("<w:p a='" + "x".repeat(150 << 20) + "'>Basilisk</w:p>"));
        attached(acme, "good.docx", docx("<w:p>Basilisk</w:p>"));
        gatherer.gatherAll();

        assertThat(names("basilisk")).containsExactly("good.docx");
        assertThat(names("root")).isEmpty();
        assertThat(names("bomb")).containsExactly("bomb.docx");
        assertThat(asked("SELECT count(*) FROM file_words WHERE state = 'UNREADABLE' AND company_id = "))
                .isEqualTo(3);
    }

    @Test
    void a_content_is_read_by_one_instance_and_again_if_that_has_died() throws Exception {
        JsonNode file = attached("parties/" + customer("Acme"), "a.txt", "Griffin");
        String take = "INSERT INTO file_words (company_id, id, state, taken_at, attempts)"
                + " SELECT company_id, file_id, 'READING', now() - interval '%s', %d FROM attachment_versions"
                + " WHERE attachment_id = '" + file.get("id").textValue() + "'"
                + " ON CONFLICT (company_id, id) DO UPDATE SET taken_at = excluded.taken_at, attempts = excluded.attempts";
        change(take.formatted("1 minute", 1));
        gatherer.gatherAll();
        assertThat(names("griffin")).as("somebody is at it").isEmpty();

        change(take.formatted("10 minutes", 3));
        gatherer.gatherAll();
        assertThat(names("griffin")).as("three died of it").isEmpty();
        assertThat(names("a.txt")).hasSize(1);

        change("DELETE FROM file_words WHERE company_id = '" + company.get("id").textValue() + "'");
        change(take.formatted("10 minutes", 1));
        change("UPDATE attachment_words SET due_at = now() WHERE company_id = '"
                + company.get("id").textValue() + "'");
        gatherer.gatherAll();
        assertThat(names("griffin")).as("one died, and not of it").hasSize(1);
    }

    @Test
    void texts_may_be_left_out() {
        attached("parties/" + customer("Acme"), "name.txt", "Manticore");
        var names = new FindingProperties(false, PATIENCE, PATIENCE);
        new WordGatherer(queue, store, names, transactions, clock).gatherAll();

        assertThat(names("manticore")).isEmpty();
        assertThat(names("name")).containsExactly("name.txt");
    }

    @Test
    void the_words_of_a_content_go_with_it() throws Exception {
        JsonNode file = attached("parties/" + customer("Acme"), "a.txt", "Hydra");
        gatherer.gatherAll();
        String words = "SELECT count(*) FROM file_words WHERE company_id = ";
        assertThat(asked(words)).isOne();

        api.ifMatch(file)
                .delete("/api/attachments/" + file.get("id").textValue())
                .noContent();
        assertThat(asked("SELECT count(*) FROM attachment_words WHERE company_id = "))
                .isZero();
        nightOf("2026-05-01");
        assertThat(asked(words)).isZero();
    }

    private long asked(String question) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        question + "'" + company.get("id").textValue() + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
