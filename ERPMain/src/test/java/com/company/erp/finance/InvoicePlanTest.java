package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Fifty thousand invoices, a few of them overdue, read as the application's role does: under row-level security. */
class InvoicePlanTest extends InvoicingScenario {

    private static final String FILL = """
            INSERT INTO invoices (company_id, id, version, rewrites, type, status, number, customer_id, customer_name, currency,
                                  price_mode, tax_rounding, issue_date, supply_date, due_date, next_due_date, net, tax, gross,
                                  settled, credited, base_gross)
            SELECT ?::uuid, gen_random_uuid(), 0, 0, 'INVOICE', CASE WHEN n % 1000 = 0 THEN 'OVERDUE' ELSE 'PAID' END,
                   'INV-2026-' || lpad(n::text, 5, '0'), ?::uuid, 'Acme', 'EUR', 'NET', 'PER_LINE',
                   d.day, d.day, d.day + 30, CASE WHEN n % 1000 = 0 THEN d.day + 30 END, n, 0, n,
                   CASE WHEN n % 1000 = 0 THEN 0 ELSE n END, 0, n
            FROM generate_series(1, 50000) n, LATERAL (SELECT date '2026-01-01' + n % 365 AS day) d""";

    @Test
    void lists_and_the_guides_query_walk_along_their_indexes() throws SQLException {
        fill(customer("Acme"));
        expectIndex("invoices_by_issue_date", """
                SELECT i.id FROM invoices i WHERE i.company_id = current_setting('erp.company_id')::uuid
                  AND (CASE WHEN i.issue_date IS NULL THEN 'infinity' ELSE i.issue_date END, i.id) < ('2026-06-01'::date, '00000000-0000-0000-0000-000000000000')
                ORDER BY CASE WHEN i.issue_date IS NULL THEN 'infinity' ELSE i.issue_date END DESC, i.id DESC LIMIT 51""");
        expectIndex("invoices_by_due_date", """
                SELECT i.id FROM invoices i WHERE i.company_id = current_setting('erp.company_id')::uuid
                  AND (CASE WHEN i.due_date IS NULL THEN 'infinity' ELSE i.due_date END, i.id) > ('2026-06-01'::date, '00000000-0000-0000-0000-000000000000')
                ORDER BY CASE WHEN i.due_date IS NULL THEN 'infinity' ELSE i.due_date END, i.id LIMIT 51""");
        expectIndex("invoices_by_number", """
                SELECT i.id FROM invoices i WHERE i.company_id = current_setting('erp.company_id')::uuid
                  AND (CASE WHEN i.number IS NULL THEN '' ELSE i.number END, i.id) > ('INV-2026-30000', '00000000-0000-0000-0000-000000000000')
                ORDER BY CASE WHEN i.number IS NULL THEN '' ELSE i.number END, i.id LIMIT 51""");
        expectIndex("invoices_by_gross", """
                SELECT i.id FROM invoices i WHERE i.company_id = current_setting('erp.company_id')::uuid
                  AND (i.gross_milli, i.id) > (30000000, '00000000-0000-0000-0000-000000000000')
                ORDER BY i.gross_milli, i.id LIMIT 51""");
        expectIndex("invoices_overdue", "SELECT * FROM invoices WHERE status = 'OVERDUE'");
        expectIndex("invoices_search", "SELECT * FROM invoice_search('2026-12345')");
        expectIndex("invoices_falling_due", """
                SELECT i.id FROM invoices i WHERE i.company_id = current_setting('erp.company_id')::uuid
                  AND i.status = 'ISSUED' AND i.next_due_date < '2026-06-01'::date ORDER BY i.id LIMIT 200""");
    }

    private void fill(String customer) throws SQLException {
        try (Connection owner = superuser();
                PreparedStatement insert = owner.prepareStatement(FILL);
                Statement statement = owner.createStatement()) {
            insert.setString(1, company.get("id").textValue());
            insert.setString(2, customer);
            assertThat(insert.executeUpdate()).isEqualTo(50_000);
            statement.execute("VACUUM ANALYZE invoices");
        }
    }

    /** The whole condition is found along the index, and nothing is sorted or filtered out behind it. */
    private void expectIndex(String index, String query) throws SQLException {
        String plan = planOf(query);
        assertThat(plan).as(plan).contains(index).doesNotContain("Seq Scan").doesNotContain("Rows Removed by Filter");
    }

    /** Runs the query as the application does and answers what auto_explain tells of it and of what it calls. */
    private String planOf(String query) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("LOAD 'auto_explain'");
            statement.execute("SET auto_explain.log_min_duration = 0");
            statement.execute("SET auto_explain.log_analyze = on");
            statement.execute("SET auto_explain.log_nested_statements = on");
            statement.execute("SET client_min_messages = log");
            statement.execute("SET erp.company_id = '" + company.get("id").textValue() + "'");
            statement.execute("SET ROLE erp_app");
            statement.clearWarnings();
            statement.execute(query);
            StringBuilder plan = new StringBuilder();
            for (SQLWarning told = statement.getWarnings(); told != null; told = told.getNextWarning()) {
                plan.append(told.getMessage()).append('\n');
            }
            return plan.toString();
        }
    }
}
