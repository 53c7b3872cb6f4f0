package com.company.erp.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What a paper of twenty lines costs, letters in one run, and a large file; and how much memory they ask for. */
final class Papers implements Bench.Workload {

    private static final int WARM_UP = 300;
    private static final int PAPERS = 100;
    private static final int FEW = 100;
    private static final int MANY = 1_000;
    private static final int SMALL = 1 << 20;
    private static final int LARGE = 50 << 20;
    private static final long POLL_MILLIS = 200;

    @Override
    public String name() {
        return "papers";
    }

    @Override
    public void run(Erp erp, Results results) throws Exception {
        Tenant tenant = erp.company("Papers", "2026-01-01");
        Drafts drafts;
        try (Connection database = erp.database()) {
            drafts = Drafts.write(database, tenant, FEW + MANY);
            giveAddress(database, drafts);
        }
        try (var http = tenant.connect();
                var mailbox = new Mailbox()) {
            print(erp, http, drafts, results);
            http.send("PUT", "/api/mail-server", "application/json", mailbox.asServer(), "If-Match: \"0\"\r\n")
                    .json();
            double few = send(erp, http, mailbox, issued(http, drafts, FEW), results);
            double many = send(erp, http, mailbox, issued(http, drafts, MANY), results);
            results.add(name(), "memory of %,d letters to that of %d".formatted(MANY, FEW), many / few);
            double small = keep(erp, http, drafts, SMALL, results);
            double large = keep(erp, http, drafts, LARGE, results);
            results.add(name(), "memory of a file of 50 MB to that of 1 MB", large / small);
        }
    }

    private static void giveAddress(Connection database, Drafts drafts) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("UPDATE parties SET contacts = ?::jsonb WHERE company_id = ? AND id = ?")) {
            statement.setString(1, "[{\"name\": \"Ilse\", \"email\": \"ilse@example.com\"}]");
            statement.setObject(2, drafts.company);
            statement.setObject(3, drafts.customer);
            statement.execute();
        }
    }

    /** The first paper of each invoice, which is printed and kept; after the warm-up. */
    private void print(Erp erp, Http http, Drafts drafts, Results results) throws IOException {
        byte[] draft = """
                {"customer": "%s", "lines": [%s]}"""
                .formatted(
                        drafts.customer,
                        String.join(
                                ", ",
                                Collections.nCopies(
                                        20,
                                        """
                                {"text": "Goods of all kinds", "quantity": "2", "unitPrice": "10.00", "taxCode": "%s"}"""
                                                .formatted(drafts.named.get("VAT20")))))
                .getBytes(StandardCharsets.UTF_8);
        List<String> invoices = new ArrayList<>();
        for (int i = 0; i < WARM_UP + PAPERS; i++) {
            invoices.add(issue(
                    http, http.post("/api/invoices", draft).json().get("id").textValue()));
        }
        for (String invoice : invoices.subList(0, WARM_UP)) print(http, invoice);
        double before = erp.processors().erp();
        for (String invoice : invoices.subList(WARM_UP, invoices.size())) print(http, invoice);
        double printed = erp.processors().erp() - before;
        results.add(name(), "processor of the ERP, ms a paper of 20 lines", 1000 * printed / PAPERS);
    }

    private static void print(Http http, String invoice) throws IOException {
        var answer = http.send("GET", "/api/invoices/" + invoice + "/pdf", null);
        if (answer.status() != 200) throw new IOException("The paper is answered " + answer.status());
    }

    private static String issue(Http http, String draft) throws IOException {
        http.send("POST", "/api/invoices/" + draft + "/issue", Map.of("on", Drafts.DATE))
                .json();
        return draft;
    }

    private static List<String> issued(Http http, Drafts drafts, int count) throws IOException {
        List<String> invoices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID draft = drafts.take();
            invoices.add(issue(http, draft.toString()));
        }
        return invoices;
    }

    /** Prints and sends them in one run, and answers the most memory that was used meanwhile. */
    private double send(Erp erp, Http http, Mailbox mailbox, List<String> invoices, Results results)
            throws IOException, InterruptedException {
        int had = mailbox.letters();
        erp.forgetPeak();
        long begin = System.nanoTime();
        String run = http.send("POST", "/api/mail-runs", Map.of("resource", "invoices", "records", invoices))
                .json()
                .get("id")
                .textValue();
        while (mailbox.letters() < had + invoices.size()) {
            Thread.sleep(POLL_MILLIS);
            JsonNode state = http.send("GET", "/api/mail-runs/" + run, null).json();
            if (state.get("refused").intValue() > 0) throw new IOException(state.toString());
        }
        String what = "%,d letters in one run, ".formatted(invoices.size());
        results.add(name(), what + "s", (System.nanoTime() - begin) / 1e9);
        results.add(name(), what + "peak MB resident", erp.peakMegabytes());
        return erp.peakMegabytes();
    }

    /** Keeps a file and reads it again, and answers the most memory that was used meanwhile. */
    private double keep(Erp erp, Http http, Drafts drafts, int bytes, Results results) throws IOException {
        byte[] file = new byte[bytes];
        new Random(1).nextBytes(file);
        byte[] begun = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(begun, 0, file, 0, begun.length);
        erp.forgetPeak();
        long begin = System.nanoTime();
        String path = "/api/parties/%s/attachments?name=large.pdf".formatted(drafts.customer);
        String id = http.send("POST", path, "application/octet-stream", file, "")
                .json()
                .get("id")
                .textValue();
        byte[] read =
                http.send("GET", "/api/attachments/" + id + "/content", null).body();
        if (read.length != bytes) throw new IOException("%d bytes came back of %d".formatted(read.length, bytes));
        String what = "a file of %d MB kept and read, ".formatted(bytes >> 20);
        results.add(name(), what + "s", (System.nanoTime() - begin) / 1e9);
        results.add(name(), what + "peak MB resident", erp.peakMegabytes());
        return erp.peakMegabytes();
    }
}
