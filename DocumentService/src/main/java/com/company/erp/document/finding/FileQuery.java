package com.company.erp.document.finding;

import com.company.erp.document.text.Words;
import java.util.stream.Collectors;

/** What somebody searches for, in the language of the database's text search. */
final class FileQuery {

    private FileQuery() {}

    /** All words, each of which may go on; empty where there is none. */
    static String of(String text) {
        return Words.of(text.length() > 200 ? text.substring(0, 200) : text).stream()
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
    }
}
