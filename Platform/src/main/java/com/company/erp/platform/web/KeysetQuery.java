package com.company.erp.platform.web;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.tenancy.Scope;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list that is read page by page along an index: each page begins behind the sort value and id of the last row, so
 * the ten-thousandth page costs what the first one does. The rows are of the scope's company.
 *
 * <pre>{@code
 * KeysetQuery.of("i.id, i.number", "invoices i")
 *         .filter("i.status = :status", "status", filter.status())
 *         .sort("issueDate", "i.issue_date", "date").sort("number", "i.number", "text")
 *         .page(jdbc, paging, "-issueDate", row -> …);
 * }</pre>
 */
public final class KeysetQuery {

    private final String columns;
    private final String table;
    private final String alias;
    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> params = new LinkedHashMap<>();
    private final Map<String, Sort> sorts = new LinkedHashMap<>();

    private KeysetQuery(String columns, String from) {
        this.columns = columns;
        this.table = from;
        this.alias = from.strip().split("\\s+", 3)[1];
        where.append(alias).append(".company_id = :company");
        params.put("company", Scope.company().value());
    }

    /** What to sort by: an expression without nulls, and its SQL type. */
    private record Sort(String expression, String type) {}

    /** @param from {@code FROM} text that begins with the table and its alias; that table has the row's id */
    public static KeysetQuery of(String columns, String from) {
        return new KeysetQuery(columns, from);
    }

    /** Adds a condition when the value is given; the condition names the value {@code :name}. */
    public KeysetQuery filter(String condition, String name, @Nullable Object value) {
        if (value == null) return this;
        where.append(" AND ").append(condition);
        params.put(name, value instanceof Enum<?> e ? e.name() : value);
        return this;
    }

    /** Offers a field to sort by. The expression is never null ({@code coalesce} says where nulls belong). */
    public KeysetQuery sort(String field, String expression, String sqlType) {
        sorts.put(field, new Sort(expression, sqlType));
        return this;
    }

    /**
     * @param usual the order when the caller asks for none, such as {@code -issueDate}
     * @throws InvalidInput sort.unknown, cursor.malformed, limit.range
     */
    public <T> Page<T> page(JdbcClient jdbc, Paging paging, String usual, RowMapper<T> mapper) {
        int size = paging.size();
        String wanted = paging.sort() == null ? usual : paging.sort();
        boolean descending = wanted.startsWith("-");
        Sort sort = sorts.get(descending ? wanted.substring(1) : wanted);
        if (sort == null) {
            throw new InvalidInput(
                    "sort", "sort.unknown", "This list sorts by " + String.join(", ", sorts.keySet()) + ".");
        }
        String behind = "";
        if (paging.after() != null) {
            Cursor cursor = Cursor.parse(paging.after(), wanted);
            behind = " AND (%s, %s.id) %s (:k_value::%s, :k_id)"
                    .formatted(sort.expression, alias, descending ? "<" : ">", sort.type);
            params.put("k_value", cursor.value());
            params.put("k_id", cursor.id());
        }
        String sql =
                "SELECT " + columns + ", (" + sort.expression + ")::text AS k_value, " + alias + ".id AS k_id FROM "
                        + table + " WHERE " + where + behind + order(sort, descending) + " LIMIT " + (size + 1);
        List<Keyed<T>> rows = jdbc.sql(sql).params(params).query(keyed(mapper)).list();
        boolean more = rows.size() > size;
        List<Keyed<T>> shown = more ? rows.subList(0, size) : rows;
        String next = more ? new Cursor(wanted, shown.getLast().value, shown.getLast().id).text() : null;
        return new Page<>(shown.stream().map(Keyed::row).toList(), next);
    }

    /**
     * All rows in the usual order, read from the server in portions (spring.jdbc.template.fetch-size): for exports.
     * Close the stream.
     */
    public <T> Stream<T> stream(JdbcClient jdbc, String usual, RowMapper<T> mapper) {
        boolean descending = usual.startsWith("-");
        Sort sort = sorts.get(descending ? usual.substring(1) : usual);
        if (sort == null) throw new IllegalArgumentException("No sort " + usual);
        String sql = "SELECT " + columns + " FROM " + table + " WHERE " + where + order(sort, descending);
        return jdbc.sql(sql).params(params).query(mapper).stream();
    }

    private String order(Sort sort, boolean descending) {
        String direction = descending ? " DESC" : "";
        return " ORDER BY " + sort.expression + direction + ", " + alias + ".id" + direction;
    }

    private record Keyed<T>(T row, String value, UUID id) {}

    private static <T> RowMapper<Keyed<T>> keyed(RowMapper<T> mapper) {
        return (ResultSet row, int index) -> {
            T mapped = mapper.mapRow(row, index);
            if (mapped == null) throw new IllegalStateException("A row was mapped to nothing.");
            return new Keyed<>(mapped, row.getString("k_value"), row.getObject("k_id", UUID.class));
        };
    }
}
