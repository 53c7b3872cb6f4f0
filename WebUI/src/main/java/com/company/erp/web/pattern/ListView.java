package com.company.erp.web.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is shown.
 *
 * @param ids of the rows, if they can be chosen
 * @param bulk what can be done with chosen rows
 * @param dates the two fields of a span, if the list has one
 * @param kept what the form of search and dates hands on unseen
 * @param here the address of this list from its beginning
 * @param next where the rows go on
 * @param narrowed whether a filter hides rows, so that an empty list is no news
 * @param bring where rows come in as a file
 * @param totals where is told what all rows come to
 */
public record ListView(
        String name,
        Table table,
        List<String> ids,
        List<Bulk> bulk,
        List<Filter> filters,
        List<Entry> dates,
        @Nullable Entry search,
        List<Entry> kept,
        @Nullable ColumnsMenu columns,
        String here,
        @Nullable String next,
        boolean narrowed,
        @Nullable String all,
        @Nullable String create,
        @Nullable String bring,
        @Nullable Address export,
        @Nullable String totals) {

    /** A filter as a chip: what is chosen, and where each choice leads. */
    public record Filter(String label, @Nullable String chosen, String cleared, List<Option> options) {}

    public record Option(String label, String href, boolean chosen) {}

    /** A parameter with its word and value. */
    public record Entry(String parameter, String label, String value) {}

    /** A step for chosen rows. */
    public record Bulk(String label, String href, @Nullable String question) {}

    /** Which columns there are, and the parameters that choosing them must not lose. */
    public record ColumnsMenu(List<ColumnChoice> offered, List<Entry> kept) {}

    public record ColumnChoice(String name, String label, boolean shown) {}

    public String exportAs(String format) {
        return export == null ? "" : export.with("format", format).toString();
    }

    public boolean hasEntryForm() {
        return search != null || !dates.isEmpty();
    }

    public boolean isChosenFrom() {
        return !bulk.isEmpty() && !ids.isEmpty();
    }

    public int width() {
        return table.heads().size() + (isChosenFrom() ? 1 : 0);
    }
}
