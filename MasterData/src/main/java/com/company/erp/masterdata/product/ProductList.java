package com.company.erp.masterdata.product;

import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of products, in pages. */
final class ProductList {

    private static final String COLUMNS =
            "p.id, p.code, p.name, p.kind, p.sale_price, p.sale_price_currency, p.category_id, p.active";

    private static final String ROW_COLUMNS = """
            p.code, p.name, p.description, p.kind, u.code AS unit, p.sale_price, p.sale_price_currency,
            p.purchase_price, p.purchase_price_currency, c.code AS category, t.code AS tax_code, p.active""";

    private static final String LINKS = """
             LEFT JOIN units u ON u.company_id = p.company_id AND u.id = p.unit_id
            LEFT JOIN product_categories c ON c.company_id = p.company_id AND c.id = p.category_id
            LEFT JOIN tax_codes t ON t.company_id = p.company_id AND t.id = p.sales_tax_code_id""";

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
        return rows(COLUMNS, "", filter, paging.q()).page(jdbc, paging, usual(paging.q()), (row, index) -> line(row));
    }

    static ListTotals totals(JdbcClient jdbc, ProductFilter filter, @Nullable String q) {
        return rows(COLUMNS, "", filter, q).totals(jdbc);
    }

    /** All of the list for an export. Close the stream. */
    static Stream<ProductRow> stream(JdbcClient jdbc, ProductFilter filter, @Nullable String q) {
        return rows(ROW_COLUMNS, LINKS, filter, q).stream(jdbc, usual(q), (row, index) -> row(row));
    }

    private static String usual(@Nullable String q) {
        return SearchText.ofQuery(q).isEmpty() ? "code" : "-relevance";
    }

    private static KeysetQuery rows(String columns, String links, ProductFilter filter, @Nullable String q) {
        String query = SearchText.ofQuery(q);
        boolean searching = !query.isEmpty();
        String from = "products p" + (searching ? " JOIN product_search(:query) s ON s.id = p.id" : "") + links;
        UUID category = filter.category() == null ? null : filter.category().value();
        KeysetQuery rows = KeysetQuery.of(columns, from)
                .filter("s.relevance > 0", "query", searching ? query : null)
                .filter("p.kind = :kind", "kind", filter.kind())
                .filter("p.active = :active", "active", filter.active())
                .filter(WITHIN_CATEGORY, "category", category)
                .sort("code", "p.code", "text")
                .sort("name", "p.sort_name", "text");
        if (searching) rows.sort("relevance", "s.relevance", "int");
        return rows;
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

    private static ProductRow row(ResultSet row) throws SQLException {
        Price sale = Product.price(row.getBigDecimal("sale_price"), row.getString("sale_price_currency"));
        Price purchase = Product.price(row.getBigDecimal("purchase_price"), row.getString("purchase_price_currency"));
        return new ProductRow(
                row.getString("code"),
                row.getString("name"),
                row.getString("description"),
                ProductKind.valueOf(row.getString("kind")),
                row.getString("unit"),
                sale == null ? null : sale.amount(),
                sale == null ? null : sale.currency(),
                purchase == null ? null : purchase.amount(),
                purchase == null ? null : purchase.currency(),
                row.getString("category"),
                row.getString("tax_code"),
                row.getBoolean("active"));
    }
}
