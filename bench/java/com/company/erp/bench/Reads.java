package com.company.erp.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What reading costs in a small company and in a large one, and the bare query of a list page beside it. */
final class Reads implements Bench.Workload {

    private static final int SMALL = 10_000;

    private final int large = Integer.getInteger("erp.bench.invoices", 100_000);
    private final int clients = Integer.getInteger("erp.bench.clients", 4);
    private final double seconds = Double.parseDouble(System.getProperty("erp.bench.seconds", "10"));

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public void run(Erp erp, Results results) throws Exception {
        results.add(name(), "invoices in the large company", large);
        Tenant small = Books.of(erp, "Small", SMALL, 1);
        long begin = System.nanoTime();
        Tenant big = Books.of(erp, "Large", large, 2);
        results.add(name(), "writing the large company, s", (System.nanoTime() - begin) / 1e9);
        requireSound(small);
        begin = System.nanoTime();
        requireSound(big);
        results.add(name(), "proving the large company, s", (System.nanoTime() - begin) / 1e9);
        results.add(name(), "bare handler, per second", load(small, "/actuator/health/liveness").perSecond());
        String page = "/api/invoices?status=ISSUED&limit=50";
        compare(results, "list page", small, big, page, page);
        compare(results, "document", small, big, document(small), document(big));
        String balance = "/api/reports/trial-balance?from=2026-01-01&to=2026-11-17";
        compare(results, "trial balance", small, big, balance, balance);
        String aged = "/api/reports/aged-receivables?date=2026-11-17";
        compare(results, "aged receivables", small, big, aged, aged);
        double bare = Load.run(clients, 2, seconds, n -> new BarePage(erp.database(), UUID.fromString(big.id())))
                .perSecond();
        results.add(name(), "bare list page, large, per second", bare);
        results.add(
                name(),
                "list page, large: ERP / bare SQL",
                results.get(name(), "list page, large, per second") / bare);
    }

    private void compare(Results results, String what, Tenant small, Tenant big, String pathSmall, String pathBig)
            throws Exception {
        Load.Result few = load(small, pathSmall);
        Load.Result many = load(big, pathBig);
        results.add(name(), what + ", small", few);
        results.add(name(), what + ", large", many);
        results.add(name(), what + ": cost large / small", few.perSecond() / many.perSecond());
    }

    private Load.Result load(Tenant tenant, String path) throws Exception {
        return Load.run(clients, seconds / 2, seconds, n -> new Load.Client() {
            private final Http http = tenant.connect();

            @Override
            public void act() throws IOException {
                var answer = http.send("GET", path, null);
                if (answer.status() != 200) throw new IOException(path + " answered " + answer.status());
            }

            @Override
            public void close() throws IOException {
                http.close();
            }
        });
    }

    private static String document(Tenant tenant) throws IOException {
        try (var http = tenant.connect()) {
            JsonNode items = http.send("GET", "/api/invoices?sort=number&limit=50", null)
                    .json()
                    .get("items");
            return "/api/invoices/" + items.get(49).get("id").textValue();
        }
    }

    private static void requireSound(Tenant tenant) throws IOException {
        try (var http = tenant.connect()) {
            JsonNode ledger = http.send("POST", "/api/ledger/check", null).json();
            if (!ledger.get("sound").booleanValue()) throw new IOException(ledger.toString());
            JsonNode items = http.send("POST", "/api/open-items/check", null).json();
            if (!items.isEmpty()) throw new IOException(items.toString());
        }
    }

    /** The rows of a list page by the query alone, read to the end. */
    private static final class BarePage implements Load.Client {

        private final Connection database;
        private final PreparedStatement statement;

        private BarePage(Connection database, UUID company) throws SQLException {
            this.database = database;
            this.statement = database.prepareStatement("""
                    SELECT id, type, status, number, customer_id, customer_name, issue_date, due_date, next_due_date,
                           external_reference, currency, net, tax, gross, gross - settled AS open
                    FROM invoices WHERE company_id = ? AND status = 'ISSUED'
                    ORDER BY CASE WHEN issue_date IS NULL THEN 'infinity' ELSE issue_date END DESC, id DESC
                    LIMIT 51""");
            statement.setObject(1, company);
        }

        @Override
        public void act() throws SQLException {
            try (var rows = statement.executeQuery()) {
                while (rows.next()) rows.getString(4);
            }
        }

        @Override
        public void close() throws SQLException {
            database.close();
        }
    }
}
