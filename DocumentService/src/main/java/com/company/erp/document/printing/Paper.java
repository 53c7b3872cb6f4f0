package com.company.erp.document.printing;

import com.company.erp.document.press.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all papers of a company have in common, ready to be set.
 *
 * @param direction in which the paper is read, {@code ltr} or {@code rtl}
 * @param accent the colour of the few things that stand out, such as {@code #24557a}
 * @param logo a picture within the page; null for the name in letters
 * @param sender the line above the address
 * @param recipient name and address; empty on papers for the company itself
 * @param footer up to three columns of lines at the foot of each page
 */
record Paper(
        String language,
        String direction,
        String accent,
        @Nullable String logo,
        String company,
        String sender,
        List<String> recipient,
        List<List<Line>> footer) {

    /** A line with its own direction: numbers of telephones and banks are read from the left on any paper. */
    record Line(String text, String direction) {

        static Line of(String text) {
            boolean arabic =
                    text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
            return new Line(text, arabic ? "rtl" : "ltr");
        }
    }

    static Paper in(
            Words words,
            String accent,
            @Nullable String logo,
            String company,
            String sender,
            List<String> recipient,
            List<List<String>> footer) {
        return new Paper(
                words.language().toLanguageTag(),
                words.isRightToLeft() ? "rtl" : "ltr",
                accent,
                logo,
                company,
                sender,
                recipient,
                footer.stream()
                        .map(column -> column.stream().map(Line::of).toList())
                        .toList());
    }
}
