package com.company.erp.document.printing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all papers of a company have in common, ready to be set.
 *
 * @param accent the colour of the few things that stand out, such as {@code #24557a}
 * @param logo a picture within the page; null for the name in letters
 * @param sender the line above the address
 * @param footer up to three columns of lines at the foot of each page
 */
record Paper(
        Words words,
        String accent,
        @Nullable String logo,
        String company,
        String sender,
        List<String> recipient,
        List<List<String>> footer) {

    /** A word beside a value. */
    record Fact(String label, String value) {}

    public String direction() {
        return words.isRightToLeft() ? "rtl" : "ltr";
    }

    /** Numbers of telephones and banks are read from the left within a paper that is read from the right. */
    public String directionOf(String line) {
        boolean hasArabic =
                line.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
        return hasArabic ? "rtl" : "ltr";
    }

    public String language() {
        return words.language().toLanguageTag();
    }

    public String word(String key) {
        return words.word(key);
    }
}
