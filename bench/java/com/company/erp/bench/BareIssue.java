package com.company.erp.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What the database can do: the rows that issuing an invoice of five lines writes, by prepared statements, one after
 * the other, in one transaction. Keys, checks and triggers are on; the series is a counter, taken last. Nobody asks
 * whether any of it is right.
 */
final class BareIssue implements Load.Client {

    private static final BigDecimal GROSS = new BigDecimal("555.00");
    private static final String[] STATEMENTS = {
        "INSERT INTO invoice_instalments (company_id, id, invoice_id, position, due_date, amount, settled)"
                + " VALUES (:company, :id, :invoice, 1, :due, :gross, 0)",
        "INSERT INTO open_items (company_id, id, account_id, party_id, document_type, document_id, entry_id, item_date,"
                + " due_date, currency, amount, base, open_amount, open_base) VALUES (:company, :id, :receivable,"
                + " :customer, 'invoice', :invoice, :entry, :date, :due, 'EUR', :gross, :gross, :gross, :gross)",
        "INSERT INTO entry_lines (company_id, id, entry_id, line_no, entry_date, account_id, debit, credit, currency,"
            + " amount, party_id, tax_code_id, tax_role) VALUES (:company, gen_random_uuid(), :entry, 1, :date,"
            + " :receivable, :gross, 0, 'EUR', :gross, :customer, NULL, NULL), (:company, gen_random_uuid(), :entry,"
            + " 2, :date, :revenue, 0, 200, 'EUR', -200, NULL, :vat20, 'BASE'), (:company, gen_random_uuid(), :entry,"
            + " 3, :date, :revenue, 0, 300, 'EUR', -300, NULL, :vat5, 'BASE'), (:company, gen_random_uuid(), :entry,"
            + " 4, :date, :vat, 0, 40, 'EUR', -40, NULL, :vat20, 'TAX'), (:company, gen_random_uuid(), :entry, 5,"
            + " :date, :vat, 0, 15, 'EUR', -15, NULL, :vat5, 'TAX')",
        "INSERT INTO ledger_deltas (company_id, id, account_id, on_date, debit, credit) VALUES"
                + " (:company, gen_random_uuid(), :receivable, :date, :gross, 0),"
                + " (:company, gen_random_uuid(), :revenue, :date, 0, 500),"
                + " (:company, gen_random_uuid(), :vat, :date, 0, 55)",
        "INSERT INTO audit_log (company_id, id, at, actor_id, actor_name, address, record_type, record_id, action,"
                + " changes) VALUES (:company, :id, now(), :customer, 'Bench', '127.0.0.1', 'invoice', :invoice,"
                + " 'update', '{\"status\": {\"before\": \"DRAFT\", \"after\": \"ISSUED\"}}')",
        "INSERT INTO events (company_id, id, at, type, record_type, record_id, payload) VALUES (:company, :id, now(),"
                + " 'invoice.issued', 'invoice', :invoice, '{\"gross\": \"555.00\"}')",
        "WITH s AS (UPDATE series SET last_number = last_number + 1 WHERE company_id = :company AND journal_id ="
            + " :journal AND fiscal_year_id = :year RETURNING last_number), e AS (INSERT INTO entries (company_id, id,"
            + " journal_id, fiscal_year_id, sequence, number, entry_date, text, document_type, document_id, posted_by,"
            + " posted_at, content_hash, chain_hash) SELECT :company, :entry, :journal, :year, last_number,"
            + " 'INV-2026-' || last_number, :date, 'Drafted', 'invoice', :invoice, :customer, now(), sha256(''), sha256('')"
            + " FROM s RETURNING number) UPDATE invoices SET status = 'ISSUED', version = version + 1, number ="
            + " e.number, issue_date = :date, supply_date = :date, due_date = :due, next_due_date = :due,"
            + " base_currency = 'EUR', exchange_rate = 1, exchange_rate_date = :date, base_tax = 55, base_gross ="
            + " :gross, seller = '{\"name\": \"Seller\"}', buyer = '{\"name\": \"Buyer\"}' FROM e WHERE company_id ="
            + " :company AND invoices.id = :invoice"
    };

    private final Connection database;
    private final List<Drafts> companies;
    private int at;
    private final Bound[] statements = new Bound[STATEMENTS.length];

    BareIssue(Connection database, List<Drafts> companies, int number) throws SQLException {
        this.database = database;
        this.companies = companies;
        this.at = number;
        database.setAutoCommit(false);
        for (int i = 0; i < STATEMENTS.length; i++) statements[i] = new Bound(database, STATEMENTS[i]);
    }

    /** A prepared statement and the names of its parameters, in their order. */
    private record Bound(PreparedStatement statement, String[] names) {

        private Bound(Connection database, String sql) throws SQLException {
            this(
                    database.prepareStatement(sql.replaceAll(":[a-z0-9]+", "?")),
                    java.util.regex.Pattern.compile(":([a-z0-9]+)")
                            .matcher(sql)
                            .results()
                            .map(found -> found.group(1))
                            .toArray(String[]::new));
        }
    }

    @Override
    public void act() throws SQLException {
        Drafts drafts = companies.get(at++ % companies.size());
        UUID invoice = drafts.take();
        UUID entry = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        for (Bound bound : statements) {
            for (int i = 0; i < bound.names.length; i++) {
                bound.statement.setObject(i + 1, value(drafts, bound.names[i], invoice, entry, id));
            }
            bound.statement.execute();
        }
        database.commit();
    }

    private static Object value(Drafts drafts, String name, UUID invoice, UUID entry, UUID id) {
        return switch (name) {
            case "company" -> drafts.company;
            case "customer" -> drafts.customer;
            case "invoice" -> invoice;
            case "entry" -> entry;
            case "id" -> id;
            case "date" -> Drafts.date();
            case "due" -> Drafts.date().plusDays(30);
            case "gross" -> GROSS;
            case "receivable" -> drafts.named.get("1200");
            case "revenue" -> drafts.named.get("4000");
            case "vat" -> drafts.named.get("2200");
            case "vat20" -> drafts.named.get("VAT20");
            case "vat5" -> drafts.named.get("VAT5");
            case "journal" -> drafts.named.get("SALES");
            case "year" -> drafts.named.get("YEAR");
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
