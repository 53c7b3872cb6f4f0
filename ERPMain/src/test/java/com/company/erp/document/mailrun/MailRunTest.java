package com.company.erp.document.mailrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.finance.InvoicingScenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many documents in one go: sent, and printed into one file. */
class MailRunTest extends InvoicingScenario {

    private static final Map<String, ?> SERVER =
            Map.of("host", "127.0.0.1", "port", 1, "security", "NONE", "fromAddress", "a@example.com");

    @Autowired
    private MailRunner runner;

    private String reachable(String name) {
        return customer(Map.of(
                "name", name,
                "roles", List.of("CUSTOMER"),
                "contacts", List.of(Map.of("name", "Ilse", "email", name.toLowerCase(Locale.ROOT) + "@example.com"))));
    }

    private String issued(String customer) {
        return invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
    }

    private Answer start(List<String> records) {
        return api.post("/api/mail-runs", Map.of("resource", "invoices", "records", records));
    }

    private JsonNode finished(JsonNode run) {
        String path = "/api/mail-runs/" + run.get("id").textValue();
        Awaitility.await().until(() -> {
            runner.runAll();
            return api.get(path).ok().get("waiting").intValue() == 0;
        });
        return api.get(path).ok();
    }

    @Test
    void each_is_printed_and_queued_once_and_what_is_refused_says_why() {
        api.ifMatch(0).put("/api/mail-server", SERVER).ok();
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 5; i++) records.add(issued(reachable("Acme" + i)));
        String silent = issued(customer("Silent"));
        String draft =
                invoice(reachable("Bolt")).line("Work", "1", "1.00", VAT_20).drafted();
        records.addAll(List.of(silent, draft, records.getFirst()));

        JsonNode run = start(records).created();
        assertThat(run.get("total").intValue()).as("none twice").isEqualTo(7);
        var both = CompletableFuture.allOf(
                CompletableFuture.runAsync(runner::runAll), CompletableFuture.runAsync(runner::runAll));
        both.join();
        JsonNode after = finished(run);
        assertThat(after.get("queued").intValue()).isEqualTo(5);
        assertThat(after.get("refused").intValue()).isEqualTo(2);

        String items = "/api/mail-runs/" + run.get("id").textValue() + "/items";
        assertThat(api.get(items + "?status=REFUSED").ok().get("items").findValuesAsText("code"))
                .containsExactly("mail.no_address", "invoice.not_issued");
        assertThat(api.get(items + "?limit=2").ok().get("items")).hasSize(2);
        for (String record : records.subList(0, 5)) {
            JsonNode mails = api.get("/api/invoices/%s/mails", record).ok().get("items");
            assertThat(mails).hasSize(1);
            assertThat(mails.at("/0/subject").textValue()).contains("Invoice INV-2026-0000");
            assertThat(api.get("/api/invoices/%s/attachments", record).ok().get("items"))
                    .hasSize(1);
        }
        assertThat(api.get("/api/mail-runs").ok().at("/items/0/id")).isEqualTo(run.get("id"));
    }

    @Test
    void a_run_is_refused_before_it_begins_where_it_could_do_nothing() {
        String invoice = issued(reachable("Acme"));
        start(List.of(invoice)).refused(404, "mail.not_configured");
        api.ifMatch(0).put("/api/mail-server", SERVER).ok();

        start(List.of(invoice, UUID.randomUUID().toString())).refused(404, "record.unknown");
        start(List.of()).refused(422, "request.invalid");
        api.post("/api/mail-runs", Map.of("resource", "parties", "records", List.of(customer("Bolt"))))
                .refused(404, "mail.resource");
        var draft = Map.of("resource", "invoices", "records", List.of(invoice));
        asUserWith("WAREHOUSE").post("/api/mail-runs", draft).refused(403, "access.denied");
        String run = start(List.of(invoice)).created().get("id").textValue();
        newCompany("Elsewhere").get("/api/mail-runs/%s", run).refused(404, "mail_run.unknown");
    }

    @Test
    void a_dunning_letter_goes_out_in_the_company_s_own_words() {
        api.ifMatch(0).put("/api/mail-server", SERVER).ok();
        String path = "/api/mail-templates/DUNNING_LETTER/en";
        JsonNode usual = api.get(path).ok();
        var words =
                new HashMap<>(Map.of("subject", "{title}: {amount}", "text", "Dear {customer}, until {due}. {number}"));
        assertThat(api.ifMatch(usual)
                        .put(path, words)
                        .refused(422, "mail_template.placeholder")
                        .toString())
                .contains("Nothing is called {number} here");
        words.put("text", "Dear {customer}, until {due}.\nYours, {company}");
        assertThat(api.post(path + "/preview", words).ok().get("text").textValue())
                .startsWith("Dear Northern Lights Trading Ltd, until 1 Apr 2026.");
        JsonNode own = api.ifMatch(usual).put(path, words).ok();
        String customer = reachable("Acme");
        issued(customer);
        String letter = api.post("/api/dunning-letters", Map.of("customer", customer, "date", "2026-04-10"))
                .created()
                .get("id")
                .textValue();

        JsonNode mail =
                api.post("/api/dunning-letters/" + letter + "/mails", Map.of()).created();
        assertThat(mail.get("subject").textValue()).isEqualTo("Payment reminder: 120.00 EUR");
        assertThat(mail.get("text").textValue()).startsWith("Dear Acme, until 20 Apr 2026.\nYours, ");
        assertThat(api.get("/api/dunning-letters/%s/mails", letter).ok().get("items"))
                .hasSize(1);
        api.ifMatch(own).delete(path).noContent();
        assertThat(api.get("/api/dunning-letters/%s/mail-preview", letter)
                        .ok()
                        .get("text")
                        .textValue())
                .contains("120.00 EUR that is overdue");
        asUserWith("SALES").ifMatch(0).put(path, words).refused(403, "access.denied");
    }

    @Test
    void many_are_printed_into_one_file() throws IOException {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 3; i++) records.add(issued(customer("Acme" + i)));
        Answer answer = api.post("/api/invoices/papers", Map.of("records", records));

        assertThat(answer.expect(200).header("Content-Type")).isEqualTo("application/zip");
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(new String(zip.readNBytes(5), StandardCharsets.US_ASCII))
                        .isEqualTo("%PDF-");
            }
        }
        assertThat(names)
                .containsExactly(
                        "0001 Invoice INV-2026-00001.pdf",
                        "0002 Invoice INV-2026-00002.pdf",
                        "0003 Invoice INV-2026-00003.pdf");
        api.post("/api/invoices/papers", Map.of("records", List.of(UUID.randomUUID())))
                .refused(404, "invoice.unknown");
        asUserWith("WAREHOUSE")
                .post("/api/invoices/papers", Map.of("records", records))
                .refused(403, "access.denied");
    }
}
