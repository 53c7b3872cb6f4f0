package com.company.erp.web.pattern;

import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The columns of a table, from the first to the last; each method answers the columns with one more. */
public final class Columns<T> {

    private final List<Column<T>> all;

    private Columns(List<Column<T>> all) {
        this.all = all;
    }

    public static <T> Columns<T> begin() {
        return new Columns<>(List.of());
    }

    public Columns<T> link(String name, Function<T, @Nullable Object> text, Function<T, @Nullable String> href) {
        return and(new Column<>(name, Kind.TEXT, text, href, false, false));
    }

    public Columns<T> text(String name, Function<T, @Nullable Object> text) {
        return and(new Column<>(name, Kind.TEXT, text, null, false, false));
    }

    public Columns<T> date(String name, Function<T, @Nullable LocalDate> date) {
        return and(new Column<>(name, Kind.DATE, date::apply, null, false, false));
    }

    /** Date and time of day. */
    public Columns<T> moment(String name, Function<T, @Nullable Instant> moment) {
        return and(new Column<>(name, Kind.DATE, moment::apply, null, false, false));
    }

    /** What is called by a word, as constants are: the kind of a record, say. */
    public Columns<T> word(String name, Function<T, String> word) {
        return and(new Column<>(name, Kind.TEXT, row -> new Column.Word(word.apply(row)), null, false, false));
    }

    public Columns<T> count(String name, ToIntFunction<T> count) {
        return number(name, row -> BigDecimal.valueOf(count.applyAsInt(row)));
    }

    public Columns<T> number(String name, Function<T, @Nullable BigDecimal> number) {
        return and(new Column<>(name, Kind.NUMBER, number::apply, null, false, false));
    }

    /** A number that is said with its unit. */
    public Columns<T> measure(String name, Function<T, @Nullable Object> said) {
        return and(new Column<>(name, Kind.NUMBER, said, null, false, false));
    }

    /** A price of one unit: with the decimals of the currency or more, and without its name. */
    public Columns<T> price(String name, Function<T, BigDecimal> price, Function<T, Currency> currency) {
        return and(new Column<>(
                name, Kind.NUMBER, row -> new Column.Price(price.apply(row), currency.apply(row)), null, false, false));
    }

    public Columns<T> money(String name, Function<T, @Nullable Money> money) {
        return and(new Column<>(name, Kind.MONEY, money::apply, null, false, false));
    }

    public Columns<T> status(String name, Function<T, @Nullable Enum<?>> status) {
        return and(new Column<>(name, Kind.STATUS, status::apply, null, false, false));
    }

    public Columns<T> yesNo(String name, Function<T, @Nullable Boolean> yes) {
        return and(new Column<>(name, Kind.YES_NO, yes::apply, null, false, false));
    }

    /** The last column leads somewhere. */
    public Columns<T> to(Function<T, @Nullable String> href) {
        Column<T> last = all.getLast();
        return instead(new Column<>(last.name(), last.kind(), last.value(), href, last.sortable(), last.extra()));
    }

    /** The list sorts by the last column. */
    public Columns<T> sortable() {
        Column<T> last = all.getLast();
        return instead(new Column<>(last.name(), last.kind(), last.value(), last.href(), true, last.extra()));
    }

    /** The last column is shown only when it is asked for. */
    public Columns<T> extra() {
        Column<T> last = all.getLast();
        return instead(new Column<>(last.name(), last.kind(), last.value(), last.href(), last.sortable(), true));
    }

    /** The first one and those that are chosen; without a choice all but the extra ones. */
    Columns<T> shown(Set<String> chosen) {
        return new Columns<>(all.stream()
                .filter(column -> column == all.getFirst()
                        || (chosen.isEmpty() ? !column.extra() : chosen.contains(column.name())))
                .toList());
    }

    public List<Column<T>> all() {
        return all;
    }

    /** Rows as they are shown. */
    public Table table(String name, List<T> rows, Texts texts) {
        List<Table.Head> heads = all.stream()
                .map(column -> new Table.Head(texts.field(column.name()), column.kind(), null, null))
                .toList();
        return new Table(name, heads, cells(rows, texts));
    }

    List<List<Cell>> cells(List<T> rows, Texts texts) {
        return rows.stream()
                .map(row -> all.stream().map(column -> column.cell(row, texts)).toList())
                .toList();
    }

    private Columns<T> and(Column<T> next) {
        var more = new ArrayList<>(all);
        more.add(next);
        return new Columns<>(List.copyOf(more));
    }

    private Columns<T> instead(Column<T> last) {
        var changed = new ArrayList<>(all);
        changed.set(changed.size() - 1, last);
        return new Columns<>(List.copyOf(changed));
    }
}
