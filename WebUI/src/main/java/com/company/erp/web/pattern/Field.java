package com.company.erp.web.pattern;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form. Its path is that of the value in the record that the door takes, so that what the door finds wrong
 * is shown beside it: {@code lines[0].quantity}.
 *
 * @param kind MONEY stands for an amount and its currency, at {@code path.amount} and {@code path.currency}
 * @param options of a choice: value and word
 * @param source where a PICK is looked up
 * @param label its word, where that is not the one of its path
 */
public record Field(
        String path,
        Kind kind,
        boolean required,
        boolean wide,
        List<Option> options,
        @Nullable String source,
        @Nullable String label) {

    /**
     * One of several values to choose.
     *
     * @param label the word for it; that of the constant when absent
     */
    public record Option(String value, @Nullable String label) {

        String word(Texts texts) {
            return label == null ? texts.constant(value) : label;
        }
    }

    public static Field text(String path) {
        return new Field(path, Kind.TEXT, false, false, List.of(), null, null);
    }

    public static Field area(String path) {
        return new Field(path, Kind.AREA, false, true, List.of(), null, null);
    }

    public static Field lines(String path) {
        return new Field(path, Kind.LINES, false, true, List.of(), null, null);
    }

    public static Field date(String path) {
        return new Field(path, Kind.DATE, false, false, List.of(), null, null);
    }

    public static Field number(String path) {
        return new Field(path, Kind.NUMBER, false, false, List.of(), null, null);
    }

    public static Field money(String path) {
        return new Field(path, Kind.MONEY, false, false, List.of(), null, null);
    }

    public static Field choice(String path, List<Option> options) {
        return new Field(path, Kind.CHOICE, false, false, options, null, null);
    }

    public static Field choice(String path, Enum<?>... constants) {
        return choice(path, words(constants));
    }

    /** Any number of the constants. */
    public static Field several(String path, Enum<?>... constants) {
        return new Field(path, Kind.SEVERAL, false, false, words(constants), null, null);
    }

    public static Field several(String path, List<Option> options) {
        return new Field(path, Kind.SEVERAL, false, false, options, null, null);
    }

    public static Field yesNo(String path) {
        return new Field(path, Kind.YES_NO, false, false, List.of(), null, null);
    }

    /** Another record, found by typing: the source answers those that fit. */
    public static Field pick(String path, String source) {
        return new Field(path, Kind.PICK, false, false, List.of(), source, null);
    }

    public static Field secret(String path) {
        return new Field(path, Kind.SECRET, false, false, List.of(), null, null);
    }

    public static Field hidden(String path) {
        return new Field(path, Kind.HIDDEN, false, false, List.of(), null, null);
    }

    private static List<Option> words(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Option(constant.name(), null))
                .toList();
    }

    public Field must() {
        return new Field(path, kind, true, wide, options, source, label);
    }

    public Field broad() {
        return new Field(path, kind, required, true, options, source, label);
    }

    /** The field has a word of its own: several fields of a form may take parts of one value. */
    public Field called(String word) {
        return new Field(path, kind, required, wide, options, source, word);
    }

    /** The field of one row of a grid. */
    Field inRow(String grid, int row) {
        return new Field(grid + "[" + row + "]." + path, kind, required, wide, options, source, label);
    }
}
