package com.company.erp.masterdata.party;

import com.company.erp.kernel.Money;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.SearchText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of parties, in pages. */
final class PartyList {

    private static final String COLUMNS = "p.id, p.code, p.name, p.customer, p.supplier, p.country, p.tax_id, p.active";

    private static final String ROW_COLUMNS = """
            p.code, p.name, p.legal_name, p.customer, p.supplier, p.country, p.tax_id,
            a.address ->> 'addressee' AS addressee, a.street, a.address ->> 'postalCode' AS postal_code,
            a.address ->> 'city' AS city, a.address ->> 'region' AS region, a.address ->> 'country' AS address_country,
            p.contacts -> 0 ->> 'name' AS contact, p.contacts -> 0 ->> 'email' AS email,
            p.contacts -> 0 ->> 'phone' AS phone, t.code AS payment_terms, p.credit_limit, p.credit_limit_currency,
            p.currency, p.language, p.notes, p.active""";

    /** Of several addresses a file has the first for bills, else the first of any kind. */
    private static final String LINKS = """
             LEFT JOIN payment_terms t ON t.company_id = p.company_id AND t.id = p.payment_terms_id
            LEFT JOIN LATERAL (
                SELECT e.address, (SELECT string_agg(l.line, E'\n' ORDER BY l.ordinal)
                                   FROM jsonb_array_elements_text(e.address -> 'lines')
                                        WITH ORDINALITY AS l(line, ordinal)) AS street
                FROM jsonb_array_elements(p.addresses) WITH ORDINALITY AS e(address, ordinal)
                ORDER BY e.address ->> 'kind' <> 'BILLING', e.ordinal LIMIT 1) a ON true""";

    private PartyList() {}

    static Page<PartyLine> page(JdbcClient jdbc, PartyFilter filter, Paging paging) {
        return rows(COLUMNS, "", filter, paging.q()).page(jdbc, paging, usual(paging.q()), (row, index) -> line(row));
    }

    static ListTotals totals(JdbcClient jdbc, PartyFilter filter, @Nullable String q) {
        return rows(COLUMNS, "", filter, q).totals(jdbc);
    }

    /** All of the list for an export. Close the stream. */
    static Stream<PartyRow> stream(JdbcClient jdbc, PartyFilter filter, @Nullable String q) {
        return rows(ROW_COLUMNS, LINKS, filter, q).stream(jdbc, usual(q), (row, index) -> row(row));
    }

    private static String usual(@Nullable String q) {
        return SearchText.ofQuery(q).isEmpty() ? "name" : "-relevance";
    }

    private static KeysetQuery rows(String columns, String links, PartyFilter filter, @Nullable String q) {
        String query = SearchText.ofQuery(q);
        boolean searching = !query.isEmpty();
        String from = "parties p" + (searching ? " JOIN party_search(:query) s ON s.id = p.id" : "") + links;
        KeysetQuery rows = KeysetQuery.of(columns, from)
                .filter("s.relevance > 0", "query", searching ? query : null)
                .filter(filter.role() == PartyRole.CUSTOMER ? "p.customer" : "p.supplier", "role", filter.role())
                .filter("p.active = :active", "active", filter.active())
                .filter("p.country = :country", "country", filter.country())
                .filter("p.tax_id = :taxId", "taxId", filter.taxId())
                .sort("name", "p.sort_name", "text")
                .sort("code", "p.code", "text");
        if (searching) rows.sort("relevance", "s.relevance", "int");
        return rows;
    }

    private static PartyLine line(ResultSet row) throws SQLException {
        Set<PartyRole> roles = EnumSet.noneOf(PartyRole.class);
        if (row.getBoolean("customer")) roles.add(PartyRole.CUSTOMER);
        if (row.getBoolean("supplier")) roles.add(PartyRole.SUPPLIER);
        return new PartyLine(
                new PartyId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                roles,
                row.getString("country"),
                row.getString("tax_id"),
                row.getBoolean("active"));
    }

    private static PartyRow row(ResultSet row) throws SQLException {
        BigDecimal limit = row.getBigDecimal("credit_limit");
        Currency limitCurrency = currency(row.getString("credit_limit_currency"));
        return new PartyRow(
                row.getString("code"),
                row.getString("name"),
                row.getString("legal_name"),
                row.getBoolean("customer"),
                row.getBoolean("supplier"),
                row.getString("country"),
                row.getString("tax_id"),
                row.getString("addressee"),
                row.getString("street"),
                row.getString("postal_code"),
                row.getString("city"),
                row.getString("region"),
                row.getString("address_country"),
                row.getString("contact"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("payment_terms"),
                limit == null || limitCurrency == null ? null : new Money(limit, limitCurrency).amount(),
                limitCurrency,
                currency(row.getString("currency")),
                row.getString("language"),
                row.getString("notes"),
                row.getBoolean("active"));
    }

    private static @Nullable Currency currency(@Nullable String code) {
        return code == null ? null : Currency.getInstance(code);
    }
}
