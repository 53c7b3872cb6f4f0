package com.company.erp.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Drafts of five lines that wait to be issued, and what of the company an invoice names. */
final class Drafts {

    static final String DATE = "2026-12-31";
    private static final int BLOCK = 5_000;

    final UUID company;
    final UUID customer = UUID.randomUUID();
    final Map<String, UUID> named = new HashMap<>();
    private final ConcurrentLinkedQueue<UUID> waiting = new ConcurrentLinkedQueue<>();

    private Drafts(UUID company) {
        this.company = company;
    }

    static Drafts write(Connection database, Tenant tenant, int count) throws SQLException, IOException {
        var drafts = new Drafts(UUID.fromString(tenant.id()));
        drafts.find(database, "SELECT code, id FROM accounts WHERE company_id = ?");
        drafts.find(database, "SELECT code, id FROM tax_codes WHERE company_id = ?");
        drafts.find(database, "SELECT kind, id FROM journals WHERE company_id = ?");
        drafts.find(database, "SELECT 'YEAR', id FROM fiscal_years WHERE company_id = ? ORDER BY starts_on");
        try (Statement statement = database.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            drafts.writeCustomer(database);
            for (int written = 0; written < count; written += BLOCK) {
                drafts.copy(database, Math.min(BLOCK, count - written));
            }
            statement.execute("SET session_replication_role = DEFAULT");
            statement.execute("ANALYZE invoices, invoice_lines");
        }
        return drafts;
    }

    /** The next draft, which nobody else gets. */
    UUID take() {
        UUID next = waiting.poll();
        if (next == null) throw new IllegalStateException("Too few drafts were written.");
        return next;
    }

    private void find(Connection database, String query) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query)) {
            statement.setObject(1, company);
            var rows = statement.executeQuery();
            while (rows.next()) named.put(rows.getString(1), rows.getObject(2, UUID.class));
        }
    }

    private void writeCustomer(Connection database) throws SQLException, IOException {
        var parties = new Copy(
                database,
                "parties (company_id, id, version, code, name, customer, supplier, addresses,"
                        + " contacts, active, search_text, sort_name)");
        parties.row(company, customer, 0, "DRAFTED", "Drafted", true, false, "[]", "[]", true, "drafted", "drafted");
        parties.end();
    }

    private void copy(Connection database, int count) throws SQLException, IOException {
        var invoices = new Copy(
                database,
                "invoices (company_id, id, version, rewrites, type, status, customer_id,"
                        + " customer_name, currency, price_mode, tax_rounding, net, tax, gross, settled, credited)");
        var lines = new Copy(
                database,
                "invoice_lines (company_id, id, invoice_id, position, text, quantity, unit_price, discount_percent,"
                        + " tax_code_id, tax_percent, account_id, net, tax, credited_quantity, credited_net,"
                        + " credited_tax)");
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            invoices.row(
                    company,
                    id,
                    0,
                    0,
                    "INVOICE",
                    "DRAFT",
                    customer,
                    "Drafted",
                    "EUR",
                    "NET",
                    "PER_DOCUMENT",
                    "500.00",
                    "55.00",
                    "555.00",
                    0,
                    0);
            for (int line = 1; line <= 5; line++) {
                boolean full = line <= 2;
                lines.row(
                        company,
                        UUID.randomUUID(),
                        id,
                        line,
                        "Goods of all kinds",
                        10,
                        10,
                        0,
                        named.get(full ? "VAT20" : "VAT5"),
                        full ? 20 : 5,
                        named.get("4000"),
                        100,
                        full ? 20 : 5,
                        0,
                        0,
                        0);
            }
        }
        invoices.end();
        lines.end();
        waiting.addAll(ids);
    }

    static LocalDate date() {
        return LocalDate.parse(DATE);
    }
}
