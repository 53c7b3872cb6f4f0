package com.company.erp.web.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is shown.
 *
 * @param dates the two fields of a span, if the list has one
 * @param kept what the form of search and dates hands on unseen
 * @param here the address of this list from its beginning
 * @param next where the rows go on
 * @param narrowed whether a filter hides rows, so that an empty list is no news
 */
public record ListView(
        String name,
        Table table,
        List<Filter> filters,
        List<Entry> dates,
        @Nullable Entry search,
        List<Entry> kept,
        String here,
        @Nullable String next,
        boolean narrowed,
        @Nullable String all,
        @Nullable String create,
        @Nullable Address export) {

    /** A filter as a chip: what is chosen, and where each choice leads. */
    public record Filter(String label, @Nullable String chosen, String cleared, List<Option> options) {}

    public record Option(String label, String href, boolean chosen) {}

    /** A parameter with its word and value. */
    public record Entry(String parameter, String label, String value) {}

    public String exportAs(String format) {
        return export == null ? "" : export.with("format", format).toString();
    }

    public boolean hasEntryForm() {
        return search != null || !dates.isEmpty();
    }
}
