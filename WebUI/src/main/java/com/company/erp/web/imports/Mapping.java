package com.company.erp.web.imports;

import com.company.erp.platform.imports.ImportPreview;
import com.company.erp.platform.table.TableStart;
import com.company.erp.web.pattern.Texts;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What each heading of a file is taken to mean, for somebody to correct. */
record Mapping(List<Heading> headings, List<Meaning> meanings) {

    /** How the fields begin that say what the headings mean; the first heading's ends with 0. */
    private static final String FIELD = "meaning";

    /**
     * A heading with some of what stands beneath it.
     *
     * @param column that it seems to mean; empty when it seems to mean none
     */
    record Heading(String field, String text, String column, List<String> samples) {}

    /** A column of the import, and its word. */
    record Meaning(String column, String word, boolean required) {}

    static Mapping of(ImportPreview preview, Texts texts) {
        List<Meaning> meanings = preview.columns().stream()
                .map(column -> new Meaning(
                        column, texts.field(column), preview.required().contains(column)))
                .sorted(Comparator.comparing(Meaning::word, Collator.getInstance(texts.locale())))
                .toList();
        TableStart start = preview.start();
        List<String> guesses = guesses(start.headings(), meanings);
        List<Heading> headings = IntStream.range(0, guesses.size())
                .mapToObj(i -> new Heading(
                        FIELD + i,
                        start.headings().get(i),
                        guesses.get(i),
                        start.rows().stream()
                                .map(row -> row.get(i))
                                .filter(sample -> !sample.isEmpty())
                                .toList()))
                .toList();
        return new Mapping(headings, meanings);
    }

    /** By the names that the API knows, and by the words of the reader; each column once. */
    private static List<String> guesses(List<String> headings, List<Meaning> meanings) {
        Map<String, String> known = new HashMap<>();
        meanings.forEach(meaning -> known.putIfAbsent(plain(meaning.word()), meaning.column()));
        meanings.forEach(meaning -> known.put(plain(meaning.column()), meaning.column()));
        Set<String> taken = new HashSet<>();
        return headings.stream()
                .map(heading -> known.getOrDefault(plain(heading), ""))
                .map(column -> taken.add(column) ? column : "")
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What the form says of the headings of its file. */
    static Map<String, String> read(List<String> headings, Map<String, String> form) {
        Map<String, String> meanings = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String meaning = form.get(FIELD + i);
            if (meaning != null) meanings.put(headings.get(i), meaning);
        }
        return meanings;
    }
}
