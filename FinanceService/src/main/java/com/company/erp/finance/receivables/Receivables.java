package com.company.erp.finance.receivables;

import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.NotFound;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.FromReplica;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reports on what customers owe, exact at any date: what was settled later is counted as open then. */
@Door
@FromReplica
public class Receivables {

    /** Items of customers that were open at the end of a day, and how much: today's open amount before later steps. */
    static final String OPEN_AT = """
            SELECT i.party_id, i.id, i.document_type, i.document_id, i.due_date, i.item_date, i.currency, i.entry_id,
                   i.open_amount + coalesce(later.amount, 0) * sign(i.amount) AS open,
                   i.open_base + coalesce(later.base, 0) AS open_base
            FROM open_items i
            JOIN accounts a ON a.company_id = i.company_id AND a.id = i.account_id AND a.role = 'RECEIVABLE'
            LEFT JOIN LATERAL (
                SELECT sum(l.amount) AS amount,
                       sum(CASE WHEN l.debit_item_id = i.id THEN l.debit_base ELSE -l.credit_base END) AS base
                FROM allocations l
                WHERE l.company_id = i.company_id AND (l.debit_item_id = i.id OR l.credit_item_id = i.id)
                  AND l.allocated_on > :date) later ON true
            WHERE i.company_id = :company AND i.item_date <= :date
              AND (i.open_amount <> 0 OR i.id IN (
                    SELECT unnest(ARRAY[s.debit_item_id, s.credit_item_id]) FROM allocations s
                    WHERE s.company_id = :company AND s.allocated_on > :date))""";

    private final JdbcClient jdbc;
    private final BaseCurrency base;
    private final LateReader late;
    private final BehaviourReader behaviour;

    Receivables(JdbcClient jdbc, BaseCurrency base, LateReader late, BehaviourReader behaviour) {
        this.jdbc = jdbc;
        this.base = base;
        this.late = late;
        this.behaviour = behaviour;
    }

    /** What one customer owes in the base currency, by how many days it is late; credits count negative, as not due. */
    public record AgedRow(
            PartyId customer,
            String code,
            String name,
            Money notDue,
            Money days1To30,
            Money days31To60,
            Money days61To90,
            Money over90,
            Money total) {}

    /** All customers that owe or have credit, and their sum. */
    public record AgedReport(LocalDate date, List<AgedRow> customers, Money total) {}

    /** The receivables at the end of a day, aged by due date, largest debtor first; in the base currency. */
    @Needs("receivable.read")
    @Transactional(readOnly = true)
    public AgedReport aged(LocalDate date) {
        Currency currency = base.current();
        List<AgedRow> rows = jdbc.sql("""
                        SELECT p.id, p.code, p.name,
                               coalesce(sum(o.open_base) FILTER (WHERE o.open < 0 OR o.due_date >= :date), 0) AS not_due,
                               coalesce(sum(o.open_base) FILTER (WHERE o.late BETWEEN 1 AND 30), 0) AS days_1_30,
                               coalesce(sum(o.open_base) FILTER (WHERE o.late BETWEEN 31 AND 60), 0) AS days_31_60,
                               coalesce(sum(o.open_base) FILTER (WHERE o.late BETWEEN 61 AND 90), 0) AS days_61_90,
                               coalesce(sum(o.open_base) FILTER (WHERE o.late > 90), 0) AS over_90,
                               sum(o.open_base) AS total
                        FROM (SELECT d.*, CASE WHEN d.open > 0 THEN :date - d.due_date ELSE 0 END AS late FROM (%s) d) o
                        JOIN parties p ON p.company_id = :company AND p.id = o.party_id
                        WHERE o.open <> 0
                        GROUP BY p.id, p.code, p.name ORDER BY total DESC, p.code""".formatted(OPEN_AT))
                .param("company", Scope.company().value())
                .param("date", date)
                .query((row, n) -> new AgedRow(
                        new PartyId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        new Money(row.getBigDecimal("not_due"), currency),
                        new Money(row.getBigDecimal("days_1_30"), currency),
                        new Money(row.getBigDecimal("days_31_60"), currency),
                        new Money(row.getBigDecimal("days_61_90"), currency),
                        new Money(row.getBigDecimal("over_90"), currency),
                        new Money(row.getBigDecimal("total"), currency)))
                .list();
        Money total = rows.stream().map(AgedRow::total).reduce(Money.zero(currency), Money::plus);
        return new AgedReport(date, rows, total);
    }

    /** What a customer's figures in {@link #aged} are made of, the longest due first. */
    @Needs("receivable.read")
    @Refuses("party.unknown")
    @Transactional(readOnly = true)
    public AgedCustomer aged(PartyId customer, LocalDate date) {
        Currency currency = base.current();
        List<AgedItem> items = jdbc.sql("""
                        SELECT o.*, coalesce(x.number, e.number) AS number,
                               CASE WHEN o.open > 0 THEN greatest(:date - o.due_date, 0) ELSE 0 END AS late
                        FROM (%s) o
                        JOIN entries e ON e.company_id = :company AND e.id = o.entry_id
                        LEFT JOIN opening_items x ON x.company_id = :company AND x.id = o.document_id
                        WHERE o.party_id = :party AND o.open <> 0
                        ORDER BY o.due_date, o.item_date, o.id""".formatted(OPEN_AT))
                .param("company", Scope.company().value())
                .param("party", customer.value())
                .param("date", date)
                .query((row, n) -> new AgedItem(
                        new DocumentRef(row.getString("document_type"), row.getObject("document_id", UUID.class)),
                        row.getString("number"),
                        row.getObject("item_date", LocalDate.class),
                        row.getObject("due_date", LocalDate.class),
                        row.getInt("late"),
                        money(row.getBigDecimal("open"), row.getString("currency")),
                        new Money(row.getBigDecimal("open_base"), currency)))
                .list();
        return AgedCustomer.of(customer, name(customer), date, items, currency);
    }

    /** Customers who owe something that was due before a day, by then, and not only what they have to their credit. */
    @Needs("receivable.read")
    @Transactional(readOnly = true)
    public List<LateCustomer> late(LocalDate date) {
        return late.customers(date);
    }

    /**
     * What a customer owes that was due before a day, the oldest first, and last what he has to his credit; in those
     * currencies where more is overdue than that.
     */
    @Needs("receivable.read")
    @Transactional(readOnly = true)
    public List<LateItem> late(PartyId customer, LocalDate date) {
        return late.items(customer, date);
    }

    /**
     * How a customer paid in the month of a day and the eleven before it, held against what was agreed.
     *
     * @throws NotFound party.unknown
     */
    @Needs("receivable.read")
    @Refuses("party.unknown")
    @Transactional(readOnly = true)
    public PaymentBehaviour behaviour(PartyId customer, LocalDate on) {
        return behaviour.read(customer, on);
    }

    /** One step of a statement: what it added to what the customer owes, and what was owed after it. */
    public record StatementLine(
            LocalDate date,
            String number,
            String documentType,
            UUID document,
            LocalDate dueDate,
            Money amount,
            Money balance) {}

    /** What happened in one currency. */
    public record StatementAccount(Money opening, List<StatementLine> lines, Money closing) {}

    /** A customer's statement; one account for each currency that something happened in. */
    public record Statement(
            PartyId customer, String name, LocalDate from, LocalDate to, List<StatementAccount> accounts) {

        /** The steps of all accounts, one currency after the other. */
        public List<StatementLine> lines() {
            return accounts.stream().flatMap(one -> one.lines().stream()).toList();
        }
    }

    private record Movement(LocalDate date, String number, String type, UUID document, LocalDate due, Money amount) {}

    /**
     * Invoices, credit notes and payments of a customer between two dates, with the balance before and after.
     *
     * @throws NotFound party.unknown
     * @throws InvalidInput report.dates, when {@code to} lies before {@code from}
     */
    @Needs("receivable.read")
    @Refuses({"party.unknown", "report.dates"})
    @Transactional(readOnly = true)
    public Statement statement(PartyId customer, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) throw new InvalidInput("to", "report.dates", "A statement ends on or after its start.");
        List<Money> openings = openings(customer, from);
        List<Movement> movements = movements(customer, from, to);
        List<StatementAccount> accounts = new ArrayList<>();
        List<Currency> currencies = Stream.concat(
                        openings.stream().map(Money::currency),
                        movements.stream().map(m -> m.amount.currency()))
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
        for (Currency currency : currencies) accounts.add(account(currency, openings, movements));
        return new Statement(customer, name(customer), from, to, accounts);
    }

    private String name(PartyId customer) {
        return jdbc.sql("SELECT name FROM parties WHERE company_id = :company AND id = :id")
                .param("company", Scope.company().value())
                .param("id", customer.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("party.unknown", "No such party."));
    }

    private static StatementAccount account(Currency currency, List<Money> openings, List<Movement> movements) {
        Money opening = openings.stream()
                .filter(o -> o.currency().equals(currency))
                .findFirst()
                .orElse(Money.zero(currency));
        Money balance = opening;
        List<StatementLine> lines = new ArrayList<>();
        for (Movement m : movements) {
            if (!m.amount.currency().equals(currency)) continue;
            balance = balance.plus(m.amount);
            lines.add(new StatementLine(m.date, m.number, m.type, m.document, m.due, m.amount, balance));
        }
        return new StatementAccount(opening, lines, balance);
    }

    private List<Money> openings(PartyId customer, LocalDate from) {
        return jdbc.sql("""
                        SELECT i.currency, sum(i.amount) AS amount FROM open_items i
                        JOIN accounts a ON a.company_id = i.company_id AND a.id = i.account_id AND a.role = 'RECEIVABLE'
                        WHERE i.company_id = :company AND i.party_id = :party AND i.item_date < :from
                        GROUP BY i.currency ORDER BY i.currency""")
                .param("company", Scope.company().value())
                .param("party", customer.value())
                .param("from", from)
                .query((row, n) -> money(row.getBigDecimal("amount"), row.getString("currency")))
                .list();
    }

    /** Instalments of one document are one step. */
    private List<Movement> movements(PartyId customer, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT i.item_date, coalesce(x.number, e.number) AS number, i.document_type, i.document_id, i.currency,
                               max(i.due_date) AS due_date, sum(i.amount) AS amount
                        FROM open_items i
                        JOIN accounts a ON a.company_id = i.company_id AND a.id = i.account_id AND a.role = 'RECEIVABLE'
                        JOIN entries e ON e.company_id = i.company_id AND e.id = i.entry_id
                        LEFT JOIN opening_items x ON x.company_id = i.company_id AND x.id = i.document_id
                        WHERE i.company_id = :company AND i.party_id = :party AND i.item_date BETWEEN :from AND :to
                        GROUP BY i.item_date, coalesce(x.number, e.number), e.id, i.document_type, i.document_id, i.currency
                        ORDER BY i.item_date, e.id""")
                .param("company", Scope.company().value())
                .param("party", customer.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Movement(
                        row.getObject("item_date", LocalDate.class),
                        row.getString("number"),
                        row.getString("document_type"),
                        row.getObject("document_id", UUID.class),
                        row.getObject("due_date", LocalDate.class),
                        money(row.getBigDecimal("amount"), row.getString("currency"))))
                .list();
    }

    static Money money(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }
}
