package com.company.erp.web.pattern;

import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list as a feature declares it, once: columns, filters, and where a new record and the file are. The address holds
 * all that is chosen; parameters are those of the list's door.
 */
public final class ListPage<T> {

    private final String name;
    private final Columns<T> columns;
    private final List<Choice> choices;
    private final boolean dated;
    private final @Nullable Step create;
    private final boolean searched;
    private final boolean exported;

    /** A filter by a few values. */
    private record Choice(String parameter, List<String> values) {}

    private record Step(String permission, String href) {}

    private ListPage(
            String name,
            Columns<T> columns,
            List<Choice> choices,
            boolean dated,
            @Nullable Step create,
            boolean searched,
            boolean exported) {
        this.name = name;
        this.columns = columns;
        this.choices = choices;
        this.dated = dated;
        this.create = create;
        this.searched = searched;
        this.exported = exported;
    }

    /** @param name of its words: list.{name}.title and list.{name}.empty */
    public static <T> ListPage<T> of(String name, Columns<T> columns) {
        return new ListPage<>(name, columns, List.of(), false, null, false, false);
    }

    public ListPage<T> choice(String parameter, Enum<?>... values) {
        return choice(parameter, Arrays.stream(values).map(Enum::name).toList().toArray(String[]::new));
    }

    public ListPage<T> choice(String parameter, String... values) {
        var more = Stream.concat(choices.stream(), Stream.of(new Choice(parameter, List.of(values))))
                .toList();
        return new ListPage<>(name, columns, more, dated, create, searched, exported);
    }

    /** Filters by {@code from} and {@code to}. */
    public ListPage<T> dated() {
        return new ListPage<>(name, columns, choices, true, create, searched, exported);
    }

    public ListPage<T> searched() {
        return new ListPage<>(name, columns, choices, dated, create, true, exported);
    }

    /** The list is also a file, at {@code /export} below it. */
    public ListPage<T> exported() {
        return new ListPage<>(name, columns, choices, dated, create, searched, true);
    }

    /** Whoever has the permission is offered a new record. */
    public ListPage<T> create(String permission, String href) {
        return new ListPage<>(name, columns, choices, dated, new Step(permission, href), searched, exported);
    }

    ListView view(Page<T> page, Address address, Texts texts) {
        boolean narrowed = address.parameters().keySet().stream()
                .anyMatch(parameter -> !List.of("sort", "after", "limit").contains(parameter));
        String creating = create != null && Scope.permissions().contains(create.permission()) ? create.href() : null;
        return new ListView(
                name,
                new Table(name, heads(address, texts), columns.cells(page.items(), texts)),
                filters(address, texts),
                dated
                        ? Stream.of("from", "to")
                                .map(p -> new ListView.Entry(p, texts.field(p), text(address, p)))
                                .toList()
                        : List.of(),
                searched ? new ListView.Entry("q", texts.say("search"), text(address, "q")) : null,
                kept(address),
                address.without("after").toString(),
                page.next() == null ? null : address.with("after", page.next()).toString(),
                narrowed,
                narrowed ? address.path() : null,
                creating,
                exported ? address.at(address.path() + "/export").without("sort") : null);
    }

    private static String text(Address address, String parameter) {
        String value = address.get(parameter);
        return value == null ? "" : value;
    }

    /** What the form of search and dates must not lose. */
    private List<ListView.Entry> kept(Address address) {
        return Stream.concat(choices.stream().map(Choice::parameter), Stream.of("sort", "customer", "account"))
                .filter(parameter -> address.get(parameter) != null)
                .map(parameter -> new ListView.Entry(parameter, parameter, text(address, parameter)))
                .toList();
    }

    private List<Table.Head> heads(Address address, Texts texts) {
        String sort = text(address, "sort");
        var heads = new ArrayList<Table.Head>();
        for (Column<T> column : columns.all()) {
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
        List<ListView.Option> options = choice.values().stream()
                .map(value -> new ListView.Option(
                        texts.constant(value),
                        address.with(choice.parameter(), value).toString(),
                        value.equalsIgnoreCase(chosen)))
                .toList();
        return new ListView.Filter(
                texts.field(choice.parameter()),
                chosen == null ? null : texts.constant(chosen),
                address.without(choice.parameter()).toString(),
                options);
    }
}
