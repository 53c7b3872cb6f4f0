package com.company.erp.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A mixed day in one company: of a hundred requests 80 read, 15 draft an invoice and 5 issue one. */
final class Day implements Bench.Workload {

    private static final int INVOICES = 10_000;

    private final int users = Integer.getInteger("erp.bench.users", 50);
    private final double seconds = Double.parseDouble(System.getProperty("erp.bench.seconds", "20"));

    @Override
    public String name() {
        return "day";
    }

    @Override
    public void run(Erp erp, Results results) throws Exception {
        Tenant tenant = Books.of(erp, "Day", INVOICES, 3);
        Drafts drafts;
        try (Connection database = erp.database()) {
            drafts = Drafts.write(database, tenant, 20_000);
        }
        List<String> documents = new ArrayList<>();
        try (var http = tenant.connect()) {
            JsonNode page = http.send("GET", "/api/invoices?status=PAID&limit=200", null)
                    .json();
            page.get("items")
                    .forEach(item ->
                            documents.add("/api/invoices/" + item.get("id").textValue()));
        }
        byte[] draft = """
                {"customer": "%s", "lines": [%s]}"""
                .formatted(
                        drafts.customer,
                        String.join(
                                ", ",
                                java.util.Collections.nCopies(
                                        5,
                                        """
                                {"text": "Goods", "quantity": "2", "unitPrice": "10.00", "taxCode": "%s"}"""
                                                .formatted(drafts.named.get("VAT20")))))
                .getBytes(StandardCharsets.UTF_8);
        Load.Clients people = n -> new User(tenant, documents, drafts, draft, n);
        Load.run(users, 0, seconds, people);
        Erp.Processors before = erp.processors();
        var day = Load.run(users, 0, seconds, people);
        Erp.Processors after = erp.processors();
        results.add(name(), users + " users", day);
        double requests = day.perSecond() * seconds;
        results.add(name(), "processor of the ERP, ms a request", 1000 * (after.erp() - before.erp()) / requests);
        results.add(
                name(), "processor of PostgreSQL, ms a request", 1000 * (after.database() - before.database()) / requests);
    }

    private static final class User implements Load.Client {

        private final Http http;
        private final List<String> documents;
        private final Drafts drafts;
        private final byte[] draft;
        private final Random random;

        private User(Tenant tenant, List<String> documents, Drafts drafts, byte[] draft, int number)
                throws IOException {
            this.http = tenant.connect();
            this.documents = documents;
            this.drafts = drafts;
            this.draft = draft;
            this.random = new Random(number);
        }

        @Override
        public void act() throws IOException {
            int what = random.nextInt(100);
            if (what < 40) get("/api/invoices?status=ISSUED&limit=50");
            else if (what < 76) get(documents.get(random.nextInt(documents.size())));
            else if (what < 80) get("/api/reports/trial-balance?from=2026-01-01&to=2026-12-31");
            else if (what < 95) http.post("/api/invoices", draft).json();
            else
                http.send("POST", "/api/invoices/" + drafts.take() + "/issue", Map.of("on", Drafts.DATE))
                        .json();
        }

        private void get(String path) throws IOException {
            var answer = http.send("GET", path, null);
            if (answer.status() != 200) throw new IOException(path + " answered " + answer.status());
        }

        @Override
        public void close() throws IOException {
            http.close();
        }
    }
}
