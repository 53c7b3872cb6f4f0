package com.company.erp.masterdata.product;

import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of products, in pages. */
final class ProductList {

    private static final String COLUMNS =
            "p.id, p.code, p.name, p.kind, p.sale_price, p.sale_price_currency, p.category_id, p.active";

    private static final String WITHIN_CATEGORY = """
            p.category_id IN (
                WITH RECURSIVE below AS (
                    SELECT c.id FROM product_categories c WHERE c.company_id = :company AND c.id = :category
                    UNION
                    SELECT c.id FROM product_categories c JOIN below b ON c.parent_id = b.id
                    WHERE c.company_id = :company)
                SELECT id FROM below)""";

    private ProductList() {}

    static Page<ProductLine> page(JdbcClient jdbc, ProductFilter filter, Paging paging) {
        String query = SearchText.ofQuery(paging.q());
        boolean searching = !query.isEmpty();
        String from = "products p" + (searching ? " JOIN product_search(:query) s ON s.id = p.id" : "");
        UUID category = filter.category() == null ? null : filter.category().value();
        KeysetQuery rows = KeysetQuery.of(COLUMNS, from)
                .filter("s.relevance > 0", "query", searching ? query : null)
                .filter("p.kind = :kind", "kind", filter.kind())
                .filter("p.active = :active", "active", filter.active())
                .filter(WITHIN_CATEGORY, "category", category)
                .sort("code", "p.code", "text")
                .sort("name", "p.sort_name", "text");
        if (searching) rows.sort("relevance", "s.relevance", "int");
        return rows.page(jdbc, paging, searching ? "-relevance" : "code", (row, index) -> line(row));
    }

    private static ProductLine line(ResultSet row) throws SQLException {
        UUID category = row.getObject("category_id", UUID.class);
        return new ProductLine(
                new ProductId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                ProductKind.valueOf(row.getString("kind")),
                Product.price(row.getBigDecimal("sale_price"), row.getString("sale_price_currency")),
                category == null ? null : new CategoryId(category),
                row.getBoolean("active"));
    }
}
