package com.company.erp.web.pattern;

import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list as a feature declares it, once: columns, filters, what can be done with chosen rows, and where a new record
 * and the file are. The address holds all that is chosen; parameters are those of the list's door. Each method answers
 * the list with one thing more.
 */
public final class ListPage<T> {

    private static final String COLUMNS = "columns";
    private static final Set<String> NARROW_NOTHING = Set.of("sort", "after", "limit", COLUMNS, "view");
    private static final Set<String> ENTERED = Set.of("q", "from", "to", "after");

    private final String name;
    private final Columns<T> columns;
    private List<Choice> choices = List.of();
    private List<Bulk> bulk = List.of();
    private @Nullable Function<T, UUID> id;
    private @Nullable Step create;
    private @Nullable Step bring;
    private boolean dated;
    private boolean searched;
    private boolean exported;
    private boolean counted;

    /** A filter by a few values. */
    private record Choice(String parameter, List<Field.Option> options) {}

    private record Step(String permission, String href) {}

    private record Bulk(String step, String permission, boolean asks) {}

    private ListPage(String name, Columns<T> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** @param name of its words: list.{name}.title and list.{name}.empty */
    public static <T> ListPage<T> of(String name, Columns<T> columns) {
        return new ListPage<>(name, columns);
    }

    private ListPage<T> with(Consumer<ListPage<T>> change) {
        var copy = new ListPage<>(name, columns);
        copy.choices = choices;
        copy.bulk = bulk;
        copy.id = id;
        copy.create = create;
        copy.dated = dated;
        copy.searched = searched;
        copy.exported = exported;
        copy.bring = bring;
        copy.counted = counted;
        change.accept(copy);
        return copy;
    }

    public ListPage<T> choice(String parameter, Enum<?>... values) {
        return choice(parameter, Arrays.stream(values).map(Enum::name).toArray(String[]::new));
    }

    public ListPage<T> choice(String parameter, String... values) {
        return choice(
                parameter,
                Arrays.stream(values)
                        .map(value -> new Field.Option(value, null))
                        .toList());
    }

    public ListPage<T> choice(String parameter, List<Field.Option> options) {
        return with(list -> list.choices = and(choices, new Choice(parameter, options)));
    }

    /** Filters by {@code from} and {@code to}. */
    public ListPage<T> dated() {
        return with(list -> list.dated = true);
    }

    public ListPage<T> searched() {
        return with(list -> list.searched = true);
    }

    /** The list is also a file, at {@code /export} below it. */
    public ListPage<T> exported() {
        return with(list -> list.exported = true);
    }

    /** Rows can come in as a file, whose import has the list's name. */
    public ListPage<T> imported() {
        return imported("import.run", "/imports/new?resource=" + name);
    }

    /** Rows can come in as a file, at a page of its own. */
    public ListPage<T> imported(String permission, String href) {
        return with(list -> list.bring = new Step(permission, href));
    }

    /** What all rows come to is told at {@code /totals} below it. */
    public ListPage<T> counted() {
        return with(list -> list.counted = true);
    }

    /** Whoever has the permission is offered a new record. */
    public ListPage<T> create(String permission, String href) {
        return with(list -> list.create = new Step(permission, href));
    }

    /** Rows can be chosen, for the steps that follow. */
    public ListPage<T> chosenBy(Function<T, UUID> rowId) {
        return with(list -> list.id = rowId);
    }

    /** What can be done with chosen rows, at {@code /chosen/{step}} below the list: it asks before. */
    public ListPage<T> each(String step, String permission) {
        return with(list -> list.bulk = and(bulk, new Bulk(step, permission, true)));
    }

    /** A file made of chosen rows, at {@code /chosen/{step}} below the list. */
    public ListPage<T> file(String step, String permission) {
        return with(list -> list.bulk = and(bulk, new Bulk(step, permission, false)));
    }

    private static <E> List<E> and(List<E> some, E next) {
        return Stream.concat(some.stream(), Stream.of(next)).toList();
    }

    ListView view(Page<T> page, Address address, Texts texts) {
        boolean narrowed = address.parameters().keySet().stream().anyMatch(p -> !NARROW_NOTHING.contains(p));
        Columns<T> shown = columns.shown(chosenColumns(address));
        return new ListView(
                name,
                new Table(name, heads(shown, address, texts), shown.cells(page.items(), texts)),
                id == null ? List.of() : ids(page.items(), id),
                bulk(address, texts),
                filters(address, texts),
                dated
                        ? Stream.of("from", "to")
                                .map(p -> new ListView.Entry(p, texts.field(p), text(address, p)))
                                .toList()
                        : List.of(),
                searched ? new ListView.Entry("q", texts.say("search"), text(address, "q")) : null,
                kept(address, ENTERED),
                columnsMenu(shown, address, texts),
                address.without("after").without("view").toString(),
                page.next() == null ? null : address.with("after", page.next()).toString(),
                narrowed,
                narrowed ? address.path() + "?view=all" : null,
                offered(create),
                offered(bring),
                exported
                        ? address.at(address.path() + "/export").without("sort").without(COLUMNS)
                        : null,
                counted ? address.at(address.path() + "/totals").without("sort").toString() : null);
    }

    private static @Nullable String offered(@Nullable Step step) {
        return step != null && Scope.permissions().contains(step.permission()) ? step.href() : null;
    }

    ListSum sum(ListTotals totals, Texts texts) {
        String rows = texts.number(BigDecimal.valueOf(totals.rows())) + (totals.more() ? "+" : "");
        var sums = new ArrayList<ListSum.Sum>();
        for (Column<T> column : columns.all()) {
            List<ListSum.Amount> amounts = totals.sums().getOrDefault(column.name(), List.of()).stream()
                    .filter(amount -> !amount.isZero())
                    .map(amount -> new ListSum.Amount(
                            texts.amount(amount), amount.currency().getCurrencyCode()))
                    .toList();
            if (!amounts.isEmpty()) sums.add(new ListSum.Sum(texts.field(column.name()), amounts));
        }
        return new ListSum(totals.rows() == 1 && !totals.more(), rows, sums);
    }

    private static <T> List<String> ids(List<T> rows, Function<T, UUID> id) {
        return rows.stream().map(row -> id.apply(row).toString()).toList();
    }

    private List<ListView.Bulk> bulk(Address address, Texts texts) {
        return bulk.stream()
                .filter(step -> Scope.permissions().contains(step.permission()))
                .map(step -> new ListView.Bulk(
                        texts.say("chosen." + step.step()),
                        address.path() + "/chosen/" + step.step(),
                        step.asks() ? texts.say("ask.chosen." + step.step()) : null))
                .toList();
    }

    private static Set<String> chosenColumns(Address address) {
        String chosen = address.get(COLUMNS);
        return chosen == null ? Set.of() : Arrays.stream(chosen.split(",")).collect(Collectors.toUnmodifiableSet());
    }

    private ListView.@Nullable ColumnsMenu columnsMenu(Columns<T> shown, Address address, Texts texts) {
        if (columns.all().size() < 4) return null;
        List<ListView.ColumnChoice> offered = columns.all().stream()
                .skip(1)
                .map(column -> new ListView.ColumnChoice(
                        column.name(), texts.field(column.name()), shown.all().contains(column)))
                .toList();
        return new ListView.ColumnsMenu(offered, kept(address, Set.of(COLUMNS, "after", "view")));
    }

    private static String text(Address address, String parameter) {
        String value = address.get(parameter);
        return value == null ? "" : value;
    }

    /** What a form must not lose that enters some of the parameters. */
    private static List<ListView.Entry> kept(Address address, Set<String> entered) {
        return address.parameters().entrySet().stream()
                .filter(parameter -> !entered.contains(parameter.getKey()))
                .map(parameter -> new ListView.Entry(parameter.getKey(), parameter.getKey(), parameter.getValue()))
                .toList();
    }

    private List<Table.Head> heads(Columns<T> shown, Address address, Texts texts) {
        String sort = text(address, "sort");
        var heads = new ArrayList<Table.Head>();
        for (Column<T> column : shown.all()) {
            String label = texts.field(column.name());
            if (!column.sortable()) {
                heads.add(new Table.Head(label, column.kind(), null, null));
                continue;
            }
            boolean up = sort.equals(column.name());
            boolean down = sort.equals("-" + column.name());
            String next = up ? "-" + column.name() : column.name();
            heads.add(new Table.Head(
                    label,
                    column.kind(),
                    address.with("sort", next).toString(),
                    up ? "ascending" : down ? "descending" : null));
        }
        return heads;
    }

    private List<ListView.Filter> filters(Address address, Texts texts) {
        return choices.stream().map(choice -> filter(choice, address, texts)).toList();
    }

    private static ListView.Filter filter(Choice choice, Address address, Texts texts) {
        String chosen = address.get(choice.parameter());
        List<ListView.Option> options = choice.options().stream()
                .map(option -> new ListView.Option(
                        option.word(texts),
                        address.with(choice.parameter(), option.value()).toString(),
                        option.value().equalsIgnoreCase(chosen)))
                .toList();
        String word = options.stream()
                .filter(ListView.Option::chosen)
                .map(ListView.Option::label)
                .findFirst()
                .orElse(chosen == null ? null : texts.constant(chosen));
        return new ListView.Filter(
                texts.field(choice.parameter()),
                word,
                address.without(choice.parameter()).toString(),
                options);
    }
}
