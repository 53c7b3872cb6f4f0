package com.company.erp.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Fills a company with three years of trade by COPY, block by block, so that its size does not matter: invoices of five
 * lines, most of them paid. A few customers and goods make most of it. Entries are numbered and chained by the same
 * function as those of the application, and the books pass its checks. The same seed writes the same books.
 */
final class Books {

    static final String FROM = "2024-01-01";
    private static final LocalDate FIRST = LocalDate.parse(FROM);
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");
    private static final int DAYS = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
    private static final int BLOCK = 5_000;
    private static final int LINES = 5;

    private final Connection database;
    private final UUID company;
    private final int invoices;
    private final Random random;
    private final Map<String, UUID> accounts;
    private final Map<String, UUID> taxCodes;
    private final List<UUID> customers = new ArrayList<>();
    private long drawn;

    private Books(Connection database, UUID company, int invoices, long seed) throws SQLException {
        this.database = database;
        this.company = company;
        this.invoices = invoices;
        this.random = new Random(seed);
        this.accounts = ids("SELECT code, id FROM accounts WHERE company_id = ?");
        this.taxCodes = ids("SELECT code, id FROM tax_codes WHERE company_id = ?");
    }

    /** A company with so many invoices. */
    static Tenant of(Erp erp, String name, int invoices, long seed) throws IOException, SQLException {
        Tenant tenant = erp.company(name, FROM);
        try (var http = tenant.connect()) {
            for (String year : List.of("2025-01-01", "2026-01-01")) {
                http.send("POST", "/api/fiscal-years", Map.of("startsOn", year)).json();
            }
        }
        try (Connection database = erp.database()) {
            new Books(database, UUID.fromString(tenant.id()), invoices, seed).write();
        }
        return tenant;
    }

    private Map<String, UUID> ids(String query) throws SQLException {
        Map<String, UUID> ids = new HashMap<>();
        try (PreparedStatement statement = database.prepareStatement(query)) {
            statement.setObject(1, company);
            var rows = statement.executeQuery();
            while (rows.next()) ids.put(rows.getString(1), rows.getObject(2, UUID.class));
        }
        return ids;
    }

    private void write() throws SQLException, IOException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            // Foreign keys and guards are not asked row by row; the checks of the application come afterwards.
            statement.execute("SET session_replication_role = replica; SET synchronous_commit = off");
            statement.execute("SET erp.company_id = '" + company + "'");
            writeCustomers();
            for (int from = 0; from < invoices; from += BLOCK) writeBlock(from, Math.min(from + BLOCK, invoices));
            statement.execute(ROLL_UP.replace(":company", "'" + company + "'"));
            database.commit();
            database.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static final String ROLL_UP =
            """
            INSERT INTO ledger_days (company_id, id, account_id, on_date, debit, credit)
            SELECT :company, gen_random_uuid(), account_id, entry_date, sum(debit), sum(credit)
            FROM entry_lines WHERE company_id = :company GROUP BY account_id, entry_date;
            INSERT INTO ledger_months (company_id, id, account_id, month, debit, credit)
            SELECT :company, gen_random_uuid(), account_id, date_trunc('month', entry_date)::date, sum(debit),
                   sum(credit)
            FROM entry_lines WHERE company_id = :company GROUP BY account_id, date_trunc('month', entry_date)""";

    private void writeCustomers() throws SQLException, IOException {
        var copy = new Copy(
                database,
                "parties (company_id, id, version, code, name, customer, supplier, addresses,"
                        + " contacts, active, search_text, sort_name)");
        for (int i = 0; i < Math.max(100, invoices / 50); i++) {
            UUID id = id(FIRST);
            customers.add(id);
            String name = "Customer " + i;
            copy.row(
                    company,
                    id,
                    0,
                    "C-" + i,
                    name,
                    true,
                    false,
                    "[]",
                    "[]",
                    true,
                    name.toLowerCase(),
                    name.toLowerCase());
        }
        copy.end();
        database.commit();
    }

    /** Ids rise with the dates, as those of real trade do. */
    private UUID id(LocalDate date) {
        long millis = date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        long counter = drawn++;
        return new UUID(
                millis << 16 | 0x7000L | counter >>> 20 & 0xFFF,
                0x8000000000000000L | (counter & 0xFFFFF) << 40 | random.nextLong() & 0xFFFFFFFFFFL);
    }

    /** One of many, the first far more often than the last. */
    private <T> T skewed(List<T> of) {
        double share = random.nextDouble();
        return of.get((int) (of.size() * share * share * share));
    }

    private record Posting(UUID id, LocalDate date, String type, UUID document) {}

    private void writeBlock(int from, int to) throws SQLException, IOException {
        var rows = new BlockRows(database, company, accounts, taxCodes);
        List<Posting> sales = new ArrayList<>();
        List<Posting> payments = new ArrayList<>();
        for (int i = from; i < to; i++) {
            LocalDate date = FIRST.plusDays((long) i * DAYS / invoices);
            UUID customer = skewed(customers);
            UUID invoice = id(date);
            UUID entry = id(date);
            sales.add(new Posting(entry, date, "invoice", invoice));
            List<BlockRows.Line> lines = new ArrayList<>();
            for (int n = 0; n < LINES; n++) lines.add(line(date));
            LocalDate paidOn = date.plusDays(3 + random.nextInt(60));
            boolean paid = random.nextInt(100) < 85 && !paidOn.isAfter(LAST);
            UUID item = id(date);
            BigDecimal gross = rows.invoice(invoice, entry, item, customer, date, lines, paid, () -> id(date));
            if (!paid) continue;
            var payment = new Posting(id(paidOn), paidOn, "payment", id(paidOn));
            payments.add(payment);
            rows.payment(payment.document(), payment.id(), item, customer, paidOn, gross, () -> id(paidOn));
        }
        payments.sort(Comparator.comparing(Posting::date));
        rows.writeLedger();
        rows.write(number("SALES", sales), number("BANK", payments));
        database.commit();
    }

    private BlockRows.Line line(LocalDate date) {
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(20));
        BigDecimal price = BigDecimal.valueOf((long) Math.exp(5 + random.nextGaussian() * 1.5) + 1, 2);
        BigDecimal net = quantity.multiply(price);
        boolean full = random.nextInt(10) > 1;
        BigDecimal tax = net.multiply(BigDecimal.valueOf(full ? 20 : 5, 2)).setScale(2, RoundingMode.HALF_UP);
        return new BlockRows.Line(id(date), quantity, price, full ? "VAT20" : "VAT5", full ? 20 : 5, net, tax);
    }

    /** The numbers by entry. */
    private Map<UUID, String> number(String journal, List<Posting> postings) throws SQLException {
        Map<UUID, String> numbers = new HashMap<>();
        if (postings.isEmpty()) return numbers;
        var nothing = new String[postings.size()];
        try (PreparedStatement statement =
                database.prepareStatement("SELECT * FROM ledger_append(?, ?, ?, ?, ?, ?, ?, ?, ?, false)")) {
            statement.setString(1, journal);
            statement.setArray(2, array("uuid", postings.stream().map(Posting::id)));
            statement.setArray(3, array("date", postings.stream().map(p -> java.sql.Date.valueOf(p.date()))));
            statement.setArray(4, array("text", postings.stream().map(p -> "Trade")));
            statement.setArray(5, database.createArrayOf("text", nothing));
            statement.setArray(6, array("text", postings.stream().map(Posting::type)));
            statement.setArray(7, array("uuid", postings.stream().map(Posting::document)));
            statement.setArray(8, database.createArrayOf("uuid", nothing));
            statement.setObject(9, company);
            var rows = statement.executeQuery();
            while (rows.next()) numbers.put(rows.getObject(1, UUID.class), rows.getString(2));
        }
        return numbers;
    }

    private java.sql.Array array(String type, java.util.stream.Stream<?> values) throws SQLException {
        return database.createArrayOf(type, values.toArray());
    }
}
