package com.company.erp.finance.register;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.tenancy.Reaching;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of invoices, read with plain SQL along their indexes. */
@Component
class InvoiceList {

    private static final String OPEN =
            "CASE WHEN i.status IN ('DRAFT', 'CANCELLED') THEN 0 ELSE i.gross - i.settled END";

    private static final String COLUMNS = """
            i.id, i.type, i.status, i.number, i.customer_id, i.customer_name, i.issue_date, i.due_date, i.next_due_date,
            i.external_reference, i.currency, i.net, i.tax, i.gross,""" + OPEN + " AS open";

    private final JdbcClient jdbc;

    InvoiceList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<InvoiceRow> page(InvoiceFilter filter, Paging paging) {
        return query(filter, paging.q()).page(jdbc, paging, "-issueDate", (row, n) -> row(row));
    }

    ListTotals totals(InvoiceFilter filter, @Nullable String q) {
        return query(filter, q).totals(jdbc, "i.currency", Map.of("gross", "i.gross", "open", OPEN));
    }

    Stream<InvoiceRow> stream(InvoiceFilter filter) {
        return query(filter, null).stream(jdbc, "issueDate", (row, n) -> row(row));
    }

    /**
     * A document without a date or number sorts behind all dates and before all numbers. By CASE, since the planner
     * would keep a comparison with coalesce from the index under row-level security.
     */
    private static KeysetQuery query(InvoiceFilter filter, @Nullable String q) {
        return KeysetQuery.of(COLUMNS, "invoices i")
                .filter("i.made_by = :madeBy", "madeBy", Reaching.onlyMadeBy("invoice.read"))
                .filter(
                        "i.made_by = :mine",
                        "mine",
                        isTrue(filter.mine()) ? Scope.actor().user().value() : null)
                .filter("i.status = :status", "status", filter.status())
                .filter("i.type = :type", "type", filter.type())
                .filter(
                        "i.customer_id = :customer",
                        "customer",
                        filter.customer() == null ? null : filter.customer().value())
                .filter("i.issue_date >= :from", "from", filter.from())
                .filter("i.issue_date <= :to", "to", filter.to())
                .filter("i.next_due_date < :dueBefore", "dueBefore", filter.dueBefore())
                .filter("i.number = :number", "number", filter.number())
                .filter("i.gross_milli = :gross", "gross", milli(filter.gross()))
                .filter(
                        "i.id IN (:ids)",
                        "ids",
                        filter.id() == null || filter.id().isEmpty()
                                ? null
                                : filter.id().stream().map(InvoiceId::value).toList())
                .filter("i.id IN (SELECT s.id FROM invoice_search(:q) s)", "q", q)
                .sort("issueDate", "CASE WHEN i.issue_date IS NULL THEN 'infinity' ELSE i.issue_date END", "date")
                .sort("dueDate", "CASE WHEN i.due_date IS NULL THEN 'infinity' ELSE i.due_date END", "date")
                .sort("number", "CASE WHEN i.number IS NULL THEN '' ELSE i.number END", "text")
                .sort("gross", "i.gross_milli", "bigint");
    }

    private static boolean isTrue(@Nullable Boolean asked) {
        return asked != null && asked;
    }

    /** An amount finer than a thousandth is that of no invoice. */
    private static @Nullable Long milli(@Nullable BigDecimal gross) {
        if (gross == null) return null;
        try {
            return gross.movePointRight(3).longValueExact();
        } catch (ArithmeticException e) {
            return -1L;
        }
    }

    private static InvoiceRow row(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new InvoiceRow(
                new InvoiceId(row.getObject("id", UUID.class)),
                InvoiceType.valueOf(row.getString("type")),
                InvoiceStatus.valueOf(row.getString("status")),
                row.getString("number"),
                new PartyId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getObject("next_due_date", LocalDate.class),
                row.getString("external_reference"),
                new Money(row.getBigDecimal("net"), currency),
                new Money(row.getBigDecimal("tax"), currency),
                new Money(row.getBigDecimal("gross"), currency),
                new Money(row.getBigDecimal("open"), currency));
    }
}
