package com.company.erp.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Issuing invoices of five lines, in one company and in many at once, as a share of what bare SQL can do. */
final class Issue implements Bench.Workload {

    private static final byte[] REQUEST = ("{\"on\": \"" + Drafts.DATE + "\"}").getBytes(StandardCharsets.UTF_8);
    private static final int DRAFTS = 60_000;

    private final int companies;
    private final int clients = Integer.getInteger("erp.bench.clients", 4);
    private final double warmUpSeconds = Double.parseDouble(System.getProperty("erp.bench.warm-up", "20"));
    private final double seconds = Double.parseDouble(System.getProperty("erp.bench.seconds", "20"));

    /** Going around so many companies. */
    Issue(int companies) {
        this.companies = companies;
    }

    @Override
    public String name() {
        return companies == 1 ? "issue" : "issue-many";
    }

    @Override
    public void run(Erp erp, Results results) throws Exception {
        List<Tenant> tenants = new ArrayList<>();
        List<Drafts> drafts = new ArrayList<>();
        for (int i = 0; i < companies; i++) {
            tenants.add(erp.company("Issue " + i, "2026-01-01"));
            try (Connection database = erp.database()) {
                drafts.add(Drafts.write(database, tenants.get(i), DRAFTS / companies));
            }
        }
        var bare = Load.run(clients, 3, seconds, n -> new BareIssue(erp.database(), drafts, n));
        results.add(name(), "bare SQL", bare);
        var http = Load.run(clients, warmUpSeconds, seconds, n -> issuing(tenants, drafts, n));
        results.add(name(), "ERP", http);
        results.add(name(), "ERP / bare SQL", http.perSecond() / bare.perSecond());
    }

    /** Each client goes from company to company. */
    private Load.Client issuing(List<Tenant> tenants, List<Drafts> drafts, int number) throws IOException {
        List<Http> connections = new ArrayList<>();
        for (Tenant tenant : tenants) connections.add(tenant.connect());
        return new Load.Client() {
            private int at = number;

            @Override
            public void act() throws IOException {
                int company = at++ % companies;
                connections
                        .get(company)
                        .post("/api/invoices/" + drafts.get(company).take() + "/issue", REQUEST)
                        .json();
            }

            @Override
            public void close() throws IOException {
                for (Http connection : connections) connection.close();
            }
        };
    }
}
