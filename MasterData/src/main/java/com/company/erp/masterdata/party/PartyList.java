package com.company.erp.masterdata.party;

import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of parties, in pages. */
final class PartyList {

    private static final String COLUMNS = "p.id, p.code, p.name, p.customer, p.supplier, p.country, p.tax_id, p.active";

    private PartyList() {}

    static Page<PartyLine> page(JdbcClient jdbc, PartyFilter filter, Paging paging) {
        String query = SearchText.ofQuery(paging.q());
        boolean searching = !query.isEmpty();
        String from = "parties p" + (searching ? " JOIN party_search(:query) s ON s.id = p.id" : "");
        KeysetQuery rows = KeysetQuery.of(COLUMNS, from)
                .filter("s.relevance > 0", "query", searching ? query : null)
                .filter(filter.role() == PartyRole.CUSTOMER ? "p.customer" : "p.supplier", "role", filter.role())
                .filter("p.active = :active", "active", filter.active())
                .filter("p.country = :country", "country", filter.country())
                .filter("p.tax_id = :taxId", "taxId", filter.taxId())
                .sort("name", "p.sort_name", "text")
                .sort("code", "p.code", "text");
        if (searching) rows.sort("relevance", "s.relevance", "int");
        return rows.page(jdbc, paging, searching ? "-relevance" : "name", (row, index) -> line(row));
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
}
