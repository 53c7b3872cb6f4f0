package com.company.erp.document.text;

import com.company.erp.platform.web.SearchText;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The different words of a text, each once, in the form of {@link SearchText}. Points and at signs part words, so that
 * a file is found by the end of its name and a mail by its domain.
 */
public final class Words extends Writer {

    private static final int CHARS_MAX = 64;
    private static final int BYTES_MAX = 400_000;
    private static final int PORTION_CHARS = 8_000;

    private final Set<String> words = new LinkedHashSet<>();
    private final StringBuilder rest = new StringBuilder();
    private final BooleanSupplier enough;
    private int bytes;

    public Words() {
        this(() -> false);
    }

    /** @param enough says that the time is up, asked now and then */
    Words(BooleanSupplier enough) {
        this.enough = enough;
    }

    /** Ends the reading of a text whose first words are all that is kept. */
    static final class Enough extends IOException {
        private static final long serialVersionUID = 1;
    }

    public static Set<String> of(String text) {
        var words = new Words();
        words.take(text);
        return words.words;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws Enough {
        rest.append(chars, offset, length);
        if (rest.length() < PORTION_CHARS) return;
        int end = rest.length();
        while (end > 0 && !Character.isWhitespace(rest.charAt(end - 1))) end--;
        takeUpTo(end == 0 ? rest.length() : end);
        if (bytes >= BYTES_MAX || enough.getAsBoolean()) throw new Enough();
    }

    private void takeUpTo(int end) {
        take(rest.substring(0, end));
        rest.delete(0, end);
    }

    private void take(String text) {
        for (String word : SearchText.of(text, Integer.MAX_VALUE).split("[ .@]+")) keep(word);
    }

    private void keep(String word) {
        if (word.isEmpty() || word.length() > CHARS_MAX || bytes >= BYTES_MAX) return;
        // Of a letter UTF-8 takes three bytes at most, and the index some more of each word.
        if (words.add(word)) bytes += word.length() * 3 + 4;
    }

    Set<String> all() {
        takeUpTo(rest.length());
        return words;
    }

    @Override
    public void flush() {
        // Words are complete when the text is.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
