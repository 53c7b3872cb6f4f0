package com.company.erp.finance.receivables;

import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who owes what that was due before a day. */
@Component
class LateReader {

    private final JdbcClient jdbc;
    private final BaseCurrency base;

    LateReader(JdbcClient jdbc, BaseCurrency base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    List<LateCustomer> customers(LocalDate date) {
        Currency currency = base.current();
        return jdbc.sql("""
                        SELECT p.id, p.code, p.name, sum(o.open_base) AS overdue,
                               min(o.due_date) FILTER (WHERE o.open > 0) AS since
                        FROM (%s) o JOIN parties p ON p.company_id = :company AND p.id = o.party_id
                        WHERE o.open < 0 OR (o.open > 0 AND o.due_date < :date)
                        GROUP BY p.id, p.code, p.name HAVING sum(o.open_base) > 0
                        ORDER BY overdue DESC, p.code""".formatted(Receivables.OPEN_AT))
                .param("company", Scope.company().value())
                .param("date", date)
                .query((row, n) -> new LateCustomer(
                        new PartyId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        new Money(row.getBigDecimal("overdue"), currency),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    List<LateItem> items(PartyId customer, LocalDate date) {
        return jdbc.sql("""
                        SELECT o.*, coalesce(x.number, e.number) AS number
                        FROM (SELECT d.*, sum(d.open) OVER (PARTITION BY d.currency) AS owed FROM (%s) d
                              WHERE d.party_id = :party AND (d.open < 0 OR (d.open > 0 AND d.due_date < :date))) o
                        JOIN entries e ON e.company_id = :company AND e.id = o.entry_id
                        LEFT JOIN opening_items x ON x.company_id = :company AND x.id = o.document_id
                        WHERE o.owed > 0 ORDER BY o.open < 0, o.due_date, o.item_date, o.id""".formatted(Receivables.OPEN_AT))
                .param("company", Scope.company().value())
                .param("party", customer.value())
                .param("date", date)
                .query((row, n) -> new LateItem(
                        row.getObject("id", UUID.class),
                        new DocumentRef(row.getString("document_type"), row.getObject("document_id", UUID.class)),
                        row.getString("number"),
                        row.getObject("item_date", LocalDate.class),
                        row.getObject("due_date", LocalDate.class),
                        Receivables.money(row.getBigDecimal("open"), row.getString("currency"))))
                .list();
    }
}
