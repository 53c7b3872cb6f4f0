package com.company.erp.finance.register;

import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what was invoiced to each customer; it reads the invoices of the time alone, along their index by status. */
@Component
class BestCustomers {

    private final JdbcClient jdbc;
    private final BaseCurrency base;

    BestCustomers(JdbcClient jdbc, BaseCurrency base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    /** Those with the highest sales, the highest first. */
    List<CustomerSales> read(LocalDate from, LocalDate to, int most) {
        Currency currency = base.current();
        return jdbc.sql("""
                        SELECT s.customer_id, p.name, s.sales
                        FROM (SELECT i.customer_id, sum(
                                  (i.base_gross - i.base_tax) * CASE i.type WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END) AS sales
                              FROM invoices i
                              WHERE i.company_id = :company AND i.status IN ('ISSUED', 'OVERDUE', 'PAID', 'CREDITED')
                                AND i.issue_date BETWEEN :from AND :to
                              GROUP BY i.customer_id) s
                        JOIN parties p ON p.company_id = :company AND p.id = s.customer_id
                        WHERE s.sales > 0 ORDER BY s.sales DESC, p.name LIMIT :most""")
                .param("company", Scope.company().value())
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, n) -> new CustomerSales(
                        new PartyId(row.getObject("customer_id", UUID.class)),
                        row.getString("name"),
                        new Money(row.getBigDecimal("sales"), currency)))
                .list();
    }
}
