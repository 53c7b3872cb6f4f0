package com.company.erp.finance.receivables;

import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.receivables.PaymentBehaviour.PaidMonth;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.NotFound;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.tenancy.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what payments have settled, month by month, along the items of one customer. */
@Component
class BehaviourReader {

    private static final int MONTHS = 12;

    /** What was taken back or paid back settled nothing; what was paid in advance took no days. */
    private static final String PAID = """
            SELECT m.* FROM parties p LEFT JOIN LATERAL (
                SELECT date_trunc('month', c.item_date)::date AS starts_on,
                       round(sum(l.debit_base * greatest(c.item_date - i.item_date, 0)) / sum(l.debit_base), 1) AS days_to_pay,
                       round(sum(l.debit_base * (i.due_date - i.item_date)) / sum(l.debit_base), 1) AS days_agreed,
                       sum(l.debit_base) AS paid
                FROM open_items i
                JOIN accounts a ON a.company_id = i.company_id AND a.id = i.account_id AND a.role = 'RECEIVABLE'
                JOIN allocations l ON l.company_id = i.company_id AND l.debit_item_id = i.id AND l.reverses_id IS NULL
                JOIN open_items c ON c.company_id = i.company_id AND c.id = l.credit_item_id
                WHERE i.company_id = p.company_id AND i.party_id = p.id AND i.amount > 0 AND l.debit_base > 0
                  AND i.document_type <> 'payment' AND c.document_type = 'payment' AND c.item_date BETWEEN :from AND :on
                  AND NOT EXISTS (SELECT 1 FROM allocations r WHERE r.company_id = l.company_id AND r.reverses_id = l.id)
                GROUP BY 1) m ON true
            WHERE p.company_id = :company AND p.id = :party ORDER BY m.starts_on""";

    private final JdbcClient jdbc;
    private final BaseCurrency base;

    BehaviourReader(JdbcClient jdbc, BaseCurrency base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    /** @throws NotFound party.unknown */
    PaymentBehaviour read(PartyId customer, LocalDate on) {
        Currency currency = base.current();
        List<Optional<PaidMonth>> months = jdbc.sql(PAID)
                .param("company", Scope.company().value())
                .param("party", customer.value())
                .param("from", on.withDayOfMonth(1).minusMonths(MONTHS - 1))
                .param("on", on)
                .query((row, n) -> month(row, currency))
                .list();
        if (months.isEmpty()) throw new NotFound("party.unknown", "No such party.");
        return new PaymentBehaviour(
                customer, on, months.stream().flatMap(Optional::stream).toList());
    }

    /** Nothing for a customer who paid nothing. */
    private static Optional<PaidMonth> month(ResultSet row, Currency currency) throws SQLException {
        LocalDate startsOn = row.getObject("starts_on", LocalDate.class);
        if (startsOn == null) return Optional.empty();
        return Optional.of(new PaidMonth(
                startsOn,
                row.getBigDecimal("days_to_pay"),
                row.getBigDecimal("days_agreed"),
                new Money(row.getBigDecimal("paid"), currency)));
    }
}
