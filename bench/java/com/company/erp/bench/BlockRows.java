package com.company.erp.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The rows of a block of invoices and their payments, table by table. */
final class BlockRows {

    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final String PARTY = "{\"name\": \"Party\", \"addressLines\": []}";

    private final UUID company;
    private final Map<String, UUID> accounts;
    private final Map<String, UUID> taxCodes;
    private final Copy entryLines;
    private final Copy invoices;
    private final Copy lines;
    private final Copy instalments;
    private final Copy items;
    private final Copy payments;
    private final Copy allocations;
    private final List<Function<Map<UUID, String>, Object[]>> invoiceRows = new ArrayList<>();
    private final List<Function<Map<UUID, String>, Object[]>> paymentRows = new ArrayList<>();

    /** A line of an invoice. */
    record Line(
            UUID id,
            BigDecimal quantity,
            BigDecimal price,
            String taxCode,
            int percent,
            BigDecimal net,
            BigDecimal tax) {}

    BlockRows(Connection database, UUID company, Map<String, UUID> accounts, Map<String, UUID> taxCodes) {
        this.company = company;
        this.accounts = accounts;
        this.taxCodes = taxCodes;
        this.entryLines = new Copy(
                database,
                "entry_lines (company_id, id, entry_id, line_no, entry_date, account_id,"
                        + " debit, credit, currency, amount, party_id, tax_code_id, tax_role)");
        this.invoices = new Copy(
                database,
                "invoices (company_id, id, version, rewrites, type, status, number, customer_id, customer_name,"
                        + " currency, price_mode, tax_rounding, issue_date, supply_date, due_date, next_due_date, net,"
                        + " tax, gross, settled, credited, base_currency, exchange_rate, exchange_rate_date, base_tax,"
                        + " base_gross, seller, buyer)");
        this.lines = new Copy(
                database,
                "invoice_lines (company_id, id, invoice_id, position, text, quantity, unit_price, discount_percent,"
                        + " tax_code_id, tax_percent, account_id, net, tax, credited_quantity, credited_net,"
                        + " credited_tax)");
        this.instalments = new Copy(
                database, "invoice_instalments (company_id, id, invoice_id, position, due_date, amount, settled)");
        this.items = new Copy(
                database,
                "open_items (company_id, id, account_id, party_id, document_type, document_id,"
                        + " entry_id, item_date, due_date, currency, amount, base, open_amount, open_base)");
        this.payments = new Copy(
                database,
                "payments (company_id, id, version, kind, status, number, party_id, paid_on,"
                        + " currency, amount, account_id, entry_id)");
        this.allocations = new Copy(
                database,
                "allocations (company_id, id, debit_item_id, credit_item_id,"
                        + " allocated_on, amount, debit_base, credit_base)");
    }

    /** Adds an issued invoice and answers its gross. */
    BigDecimal invoice(
            UUID id,
            UUID entry,
            UUID item,
            UUID customer,
            LocalDate date,
            List<Line> of,
            boolean paid,
            Supplier<UUID> ids) {
        Map<String, BigDecimal[]> groups = new TreeMap<>();
        BigDecimal net = ZERO;
        BigDecimal tax = ZERO;
        int position = 1;
        UUID revenue = accounts.get("4000");
        for (Line line : of) {
            net = net.add(line.net);
            tax = tax.add(line.tax);
            groups.merge(line.taxCode, new BigDecimal[] {line.net, line.tax}, (a, b) ->
                    new BigDecimal[] {a[0].add(b[0]), a[1].add(b[1])});
            lines.row(
                    company,
                    line.id,
                    id,
                    position++,
                    "Goods of all kinds",
                    line.quantity,
                    line.price,
                    0,
                    taxCodes.get(line.taxCode),
                    line.percent,
                    revenue,
                    line.net,
                    line.tax,
                    0,
                    0,
                    0);
        }
        BigDecimal gross = net.add(tax);
        entryLine(ids.get(), entry, 1, date, "1200", gross, customer, null, null);
        int number = 2;
        for (var group : groups.entrySet()) {
            BigDecimal[] sums = group.getValue();
            UUID code = taxCodes.get(group.getKey());
            entryLine(ids.get(), entry, number++, date, "4000", sums[0].negate(), null, code, "BASE");
            if (sums[1].signum() != 0)
                entryLine(ids.get(), entry, number++, date, "2200", sums[1].negate(), null, code, "TAX");
        }
        LocalDate due = date.plusDays(30);
        BigDecimal open = paid ? ZERO : gross;
        instalments.row(company, item, id, 1, due, gross, gross.subtract(open));
        items.row(
                company,
                item,
                accounts.get("1200"),
                customer,
                "invoice",
                id,
                entry,
                date,
                due,
                "EUR",
                gross,
                gross,
                open,
                open);
        BigDecimal netSum = net;
        BigDecimal taxSum = tax;
        invoiceRows.add(numbers -> new Object[] {
            company,
            id,
            1,
            0,
            "INVOICE",
            paid ? "PAID" : "ISSUED",
            numbers.get(entry),
            customer,
            "Customer",
            "EUR",
            "NET",
            "PER_LINE",
            date,
            date,
            due,
            paid ? null : due,
            netSum,
            taxSum,
            gross,
            gross.subtract(open),
            0,
            "EUR",
            1,
            date,
            taxSum,
            gross,
            PARTY,
            PARTY
        });
        return gross;
    }

    void payment(
            UUID id, UUID entry, UUID settles, UUID customer, LocalDate on, BigDecimal amount, Supplier<UUID> ids) {
        entryLine(ids.get(), entry, 1, on, "1000", amount, null, null, null);
        entryLine(ids.get(), entry, 2, on, "1200", amount.negate(), customer, null, null);
        UUID item = ids.get();
        items.row(
                company,
                item,
                accounts.get("1200"),
                customer,
                "payment",
                id,
                entry,
                on,
                on,
                "EUR",
                amount.negate(),
                amount.negate(),
                0,
                0);
        allocations.row(company, ids.get(), settles, item, on, amount, amount, amount);
        paymentRows.add(numbers -> new Object[] {
            company,
            id,
            0,
            "RECEIPT",
            "POSTED",
            numbers.get(entry),
            customer,
            on,
            "EUR",
            amount,
            accounts.get("1000"),
            entry
        });
    }

    private void entryLine(
            UUID id,
            UUID entry,
            int number,
            LocalDate date,
            String account,
            BigDecimal amount,
            UUID party,
            UUID code,
            String role) {
        entryLines.row(
                company,
                id,
                entry,
                number,
                date,
                accounts.get(account),
                amount.max(ZERO),
                amount.negate().max(ZERO),
                "EUR",
                amount,
                party,
                code,
                role);
    }

    void writeLedger() throws SQLException, IOException {
        entryLines.end();
    }

    void write(Map<UUID, String> sales, Map<UUID, String> receipts) throws SQLException, IOException {
        invoiceRows.forEach(row -> invoices.row(row.apply(sales)));
        paymentRows.forEach(row -> payments.row(row.apply(receipts)));
        for (Copy copy : List.of(invoices, lines, instalments, items, payments, allocations)) copy.end();
    }
}
