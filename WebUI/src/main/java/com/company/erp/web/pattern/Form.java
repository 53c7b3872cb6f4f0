package com.company.erp.web.pattern;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form as a feature declares it: sections of fields, and at most one grid of lines.
 *
 * @param name of its words: form.{name}.title, form.{name}.submit for its button, and form.{name}.help if it needs any
 * @param back where Esc leads
 * @param preview where the grid asks for totals as they are typed
 * @param kept whether what is typed and not saved is kept
 */
public record Form(
        String name,
        String back,
        List<Section> sections,
        @Nullable Grid grid,
        @Nullable String preview,
        List<Given> givens,
        boolean kept) {

    /** What a part of the record says, once it says anything: the address of a form is a billing address. */
    record Given(String part, String name, String json) {}

    /** Some fields under a word of their own; the first section of a form has none. */
    public record Section(@Nullable String name, List<Field> fields) {}

    /**
     * Lines of a document: the path of their list, and the fields of each.
     *
     * @param counted the field without which a line says nothing; any field when absent
     */
    public record Grid(String path, @Nullable String counted, List<Field> fields) {

        Stream<Field> fieldsOf(int rows) {
            return IntStream.range(0, rows)
                    .boxed()
                    .flatMap(row -> fields.stream().map(field -> field.inRow(path, row)));
        }
    }

    public static Form of(String name, String back, Field... fields) {
        return new Form(name, back, List.of(new Section(null, List.of(fields))), null, null, List.of(), false);
    }

    public Form section(String title, Field... fields) {
        var more = Stream.concat(sections.stream(), Stream.of(new Section(title, List.of(fields))))
                .toList();
        return new Form(name, back, more, grid, preview, givens, kept);
    }

    public Form lines(String path, String previewAt, Field... fields) {
        return new Form(name, back, sections, new Grid(path, null, List.of(fields)), previewAt, givens, kept);
    }

    /** Lines that come to no total. */
    public Form rows(String path, Field... fields) {
        return new Form(name, back, sections, new Grid(path, null, List.of(fields)), null, givens, kept);
    }

    /** Lines that are there already, of which those count that have a value in one field. */
    public Form offered(String path, String counted, Field... fields) {
        return new Form(name, back, sections, new Grid(path, counted, List.of(fields)), null, givens, kept);
    }

    public Form given(String part, String field, String json) {
        var more = Stream.concat(givens.stream(), Stream.of(new Given(part, field, json)))
                .toList();
        return new Form(name, back, sections, grid, preview, more, kept);
    }

    /** What is typed and not saved is kept for its typist. */
    public Form keeping() {
        return new Form(name, back, sections, grid, preview, givens, true);
    }

    Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }
}
