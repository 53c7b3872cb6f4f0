package com.company.erp.finance.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is true of a company's books at any moment. Read past the application where it would tell of itself. */
final class Proof {

    private static final String UNBALANCED = """
            SELECT count(*) FROM (
                SELECT FROM entries e LEFT JOIN entry_lines l ON l.company_id = e.company_id AND l.entry_id = e.id
                WHERE e.company_id = :company
                GROUP BY e.id HAVING count(l.id) < 2 OR sum(l.debit) <> sum(l.credit)) wrong""";

    /** Open is the amount less what is allocated, in both currencies, between nothing and all of it. */
    private static final String ITEMS_ASTRAY = """
            SELECT count(*) FROM open_items i
            LEFT JOIN LATERAL (
                SELECT sum(a.amount) AS amount,
                       sum(CASE WHEN a.debit_item_id = i.id THEN a.debit_base ELSE -a.credit_base END) AS base
                FROM allocations a
                WHERE a.company_id = i.company_id AND i.id IN (a.debit_item_id, a.credit_item_id)) s ON true
            WHERE i.company_id = :company
              AND (i.open_amount * sign(i.amount) NOT BETWEEN 0 AND abs(i.amount)
                   OR i.open_base * sign(i.base) < 0 OR i.open_amount = 0 AND i.open_base <> 0
                   OR i.open_amount <> i.amount - sign(i.amount) * coalesce(s.amount, 0)
                   OR i.open_base <> i.base - coalesce(s.base, 0))""";

    /** On no day is more allocated than there is. */
    private static final String OVERDRAWN_DAYS = """
            SELECT count(*) FROM (
                SELECT i.amount, sum(a.amount) OVER (PARTITION BY i.id ORDER BY a.allocated_on) AS allocated
                FROM open_items i
                JOIN allocations a ON a.company_id = i.company_id AND i.id IN (a.debit_item_id, a.credit_item_id)
                WHERE i.company_id = :company) day
            WHERE allocated NOT BETWEEN 0 AND abs(amount)""";

    /** The status, the rest and the next due date of an invoice are what its items say. */
    private static final String INVOICES_ASTRAY = """
            SELECT string_agg(concat_ws(' ', v.number, v.status, v.gross, v.settled, v.next_due_date, o.open, o.due,
                                        o.by_credit), '; ')
            FROM invoices v
            CROSS JOIN LATERAL (
                SELECT sum(abs(i.open_amount)) AS open, min(i.due_date) FILTER (WHERE i.open_amount <> 0) AS due,
                       (SELECT bool_and(c.document_type = 'credit_note') FROM open_items d
                        JOIN allocations a ON a.company_id = d.company_id AND a.debit_item_id = d.id
                        JOIN open_items c ON c.company_id = a.company_id AND c.id = a.credit_item_id
                        WHERE d.company_id = v.company_id AND d.document_id = v.id AND a.reverses_id IS NULL
                          AND NOT EXISTS (SELECT FROM allocations r WHERE r.company_id = a.company_id
                                          AND r.reverses_id = a.id)) AS by_credit
                FROM open_items i WHERE i.company_id = v.company_id AND i.document_id = v.id) o
            WHERE v.company_id = :company AND v.status NOT IN ('DRAFT', 'CANCELLED')
              AND (o.open IS NULL OR v.gross - v.settled <> o.open OR v.number IS NULL
                   OR (o.open = 0) <> (v.status IN ('PAID', 'CREDITED'))
                   OR v.type = 'INVOICE' AND (v.status = 'CREDITED') <> (o.open = 0 AND o.by_credit)
                   OR v.type = 'INVOICE' AND v.next_due_date IS DISTINCT FROM o.due
                   OR v.status = 'OVERDUE' AND v.next_due_date >= :latest)""";

    private final Api api;
    private final JdbcClient sql;
    private final UUID company;

    Proof(Api api, JdbcClient sql, UUID company) {
        this.api = api;
        this.sql = sql;
        this.company = company;
    }

    /** @param latest no day after it was ever spoken of */
    void check(LocalDate latest) {
        assertThat(count(UNBALANCED)).as("entries out of balance").isZero();
        assertThat(count(ITEMS_ASTRAY)).as("open items astray").isZero();
        assertThat(count(OVERDRAWN_DAYS))
                .as("days on which an item is overdrawn")
                .isZero();
        assertThat(sql.sql(INVOICES_ASTRAY)
                        .param("company", company)
                        .param("latest", latest)
                        .query(String.class)
                        .optional())
                .as("invoices that are not what their items say")
                .isEmpty();
        JsonNode ledger = api.post("/api/ledger/check").ok();
        assertThat(ledger.get("sound").booleanValue()).as("%s", ledger).isTrue();
        assertThat(api.post("/api/open-items/check").ok())
                .as("control accounts without their items")
                .isEmpty();
        JsonNode totals =
                api.get("/api/reports/trial-balance?to=" + Market.END).ok().get("totals");
        assertThat(totals.get("debit")).isEqualTo(totals.get("credit"));
        for (LocalDate date = Market.BEGIN; !date.isAfter(latest); date = date.plusDays(17)) checkAged(date);
        checkAged(latest);
    }

    private long count(String query) {
        return sql.sql(query).param("company", company).query(Long.class).single();
    }

    /** What customers owed at the end of a day is what the receivable account said. */
    private void checkAged(LocalDate date) {
        BigDecimal account = sql.sql("""
                        SELECT coalesce(sum(l.debit - l.credit), 0) FROM entry_lines l
                        JOIN accounts a ON a.company_id = l.company_id AND a.id = l.account_id
                        WHERE l.company_id = :company AND a.role = 'RECEIVABLE' AND l.entry_date <= :date""")
                .param("company", company)
                .param("date", date)
                .query(BigDecimal.class)
                .single();
        String aged = api.get("/api/reports/aged-receivables?date=" + date)
                .ok()
                .at("/total/amount")
                .textValue();
        assertThat(new BigDecimal(aged)).as("aged receivables at %s", date).isEqualByComparingTo(account);
    }
}
