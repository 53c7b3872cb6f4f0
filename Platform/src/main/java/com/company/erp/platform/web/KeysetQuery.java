package com.company.erp.platform.web;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.Scope;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Currency;
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

    /** Gives values to what the {@code FROM} text names. */
    public KeysetQuery with(Map<String, ? extends @Nullable Object> values) {
        params.putAll(values);
        return this;
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

    /** Counts the rows, however they are sorted, in one statement that reads no more than it counts. */
    public ListTotals totals(JdbcClient jdbc) {
        return totals(jdbc, "''", Map.of());
    }

    /**
     * Counts the rows and adds up their amounts.
     *
     * @param currency the expression for the currency of a row
     * @param amounts the expressions for amounts without nulls, by the name of their field
     */
    public ListTotals totals(JdbcClient jdbc, String currency, Map<String, String> amounts) {
        var counted = new StringBuilder("SELECT " + currency + " AS t_currency");
        var summed = new StringBuilder("SELECT t_currency, count(*) AS t_rows");
        amounts.forEach((field, amount) -> {
            counted.append(", ").append(amount).append(" AS t_").append(field);
            summed.append(", sum(t_").append(field).append(") AS t_").append(field);
        });
        String sql = summed + " FROM (" + counted + " FROM " + table + " WHERE " + where + " LIMIT "
                + (ListTotals.COUNTED + 1) + ") t GROUP BY t_currency ORDER BY t_currency";
        var sums = new LinkedHashMap<String, List<Money>>();
        amounts.keySet().forEach(field -> sums.put(field, new ArrayList<>()));
        long rows = jdbc
                .sql(sql)
                .params(params)
                .query((row, index) -> {
                    for (var sum : sums.entrySet()) {
                        Currency unit = Currency.getInstance(row.getString("t_currency"));
                        sum.getValue().add(new Money(row.getBigDecimal("t_" + sum.getKey()), unit));
                    }
                    return row.getLong("t_rows");
                })
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        boolean more = rows > ListTotals.COUNTED;
        return new ListTotals(more ? ListTotals.COUNTED : rows, more, more ? Map.of() : sums);
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
