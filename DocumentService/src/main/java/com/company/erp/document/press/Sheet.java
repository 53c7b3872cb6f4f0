package com.company.erp.document.press;

import java.util.List;

/**
 * What a paper says, in words and figures that are ready to be set. Records of text, numbers, yes and no, lists, and
 * again such records: a template calls them by the names of their parts.
 */
public interface Sheet {

    /** The paper's name, also of the file. */
    String title();

    /** In the language of the paper. */
    Words words();

    /** A word beside a value. */
    record Fact(String label, String value) {}

    /** Paragraphs, each of some lines. */
    static List<String> paragraphs(String text) {
        return List.of(text.strip().split("\\s*\\n\\s*\\n\\s*"));
    }
}
