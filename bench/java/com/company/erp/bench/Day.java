package com.company.erp.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A mixed day in one company: of a hundred requests 80 read, 15 draft an invoice and 5 issue one. Each user clicks so many
 * milliseconds after he clicked before, or as soon as he was answered, where that takes longer.
 */
final class Day implements Bench.Workload {

    private static final int INVOICES = 10_000;
    private static final int OVERLOADED = 503;

    private final String[] users = System.getProperty("erp.bench.users", "50,500").split(",");
    private final long pauseNanos = Long.getLong("erp.bench.pause", 500) * 1_000_000;
    private final double warmUp = Double.parseDouble(System.getProperty("erp.bench.warm-up", "20"));
    private final double seconds = Double.parseDouble(System.getProperty("erp.bench.seconds", "20"));
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();

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
        for (String number : users) measure(erp, results, Integer.parseInt(number), people);
    }

    private void measure(Erp erp, Results results, int number, Load.Clients people) throws Exception {
        Load.run(number, 0, warmUp, people);
        answered.reset();
        refused.reset();
        erp.forgetPeak();
        Erp.Processors before = erp.processors();
        Load.Result day;
        double connections;
        try (var watch = new Connections(erp)) {
            day = Load.run(number, 0, seconds, people);
            connections = watch.most();
        }
        Erp.Processors after = erp.processors();
        String who = number + " users";
        double requests = answered.sum();
        results.add(name(), who, day);
        results.add(name(), who + ", refused as too much, %", 100 * refused.sum() / requests);
        results.add(name(), who + ", connections to the database at most", connections);
        results.add(name(), who + ", memory of the ERP at most, MB", erp.peakMegabytes());
        results.add(name(), who + ", memory of PostgreSQL, MB", erp.databaseMegabytes());
        results.add(name(), who + ", processor of the ERP, ms a request", 1000 * (after.erp() - before.erp()) / requests);
        results.add(
                name(),
                who + ", processor of PostgreSQL, ms a request",
                1000 * (after.database() - before.database()) / requests);
    }

    private final class User implements Load.Client {

        private final Http http;
        private final List<String> documents;
        private final Drafts drafts;
        private final byte[] draft;
        private final Random random;
        private long next;

        private User(Tenant tenant, List<String> documents, Drafts drafts, byte[] draft, int number)
                throws IOException {
            this.http = tenant.connect();
            this.documents = documents;
            this.drafts = drafts;
            this.draft = draft;
            this.random = new Random(number);
            // They do not all come at the same instant.
            this.next = System.nanoTime() + (long) (random.nextDouble() * pauseNanos);
        }

        @Override
        public void await() {
            LockSupport.parkNanos(next - System.nanoTime());
            next = Math.max(next, System.nanoTime()) + pauseNanos;
        }

        @Override
        public void act() throws IOException {
            int what = random.nextInt(100);
            if (what < 40) expect(200, get("/api/invoices?status=ISSUED&limit=50"));
            else if (what < 76) expect(200, get(documents.get(random.nextInt(documents.size()))));
            else if (what < 80) expect(200, get("/api/reports/trial-balance?from=2026-01-01&to=2026-12-31"));
            else if (what < 95) expect(201, http.post("/api/invoices", draft));
            else expect(200, http.send("POST", "/api/invoices/" + drafts.take() + "/issue", Map.of("on", Drafts.DATE)));
        }

        private Http.Answer get(String path) throws IOException {
            return http.send("GET", path, null);
        }

        /** To be refused because all are at work is counted; anything else ends the measurement. */
        private void expect(int status, Http.Answer answer) throws IOException {
            answered.increment();
            if (answer.status() == OVERLOADED) refused.increment();
            else if (answer.status() != status) throw new IOException(answer.text());
        }

        @Override
        public void close() throws IOException {
            http.close();
        }
    }
}
