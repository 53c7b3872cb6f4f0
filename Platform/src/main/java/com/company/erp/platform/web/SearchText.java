package com.company.erp.platform.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form in which texts are searched and sorted for people: small letters without accents, words parted by one blank.
 * Kept in a column of its own, so that the database compares by code point and no library's update reorders an index.
 */
public final class SearchText {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_SEARCHED = Pattern.compile("[^\\p{L}\\p{N}@.]+");
    private static final int QUERY_CHARS_MAX = 200;

    private SearchText() {}

    /** At most so many characters of the text in that form. */
    public static String of(String text, int charsMax) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        String small = plain.toLowerCase(Locale.ROOT).replace("ß", "ss");
        String words = NOT_SEARCHED.matcher(small).replaceAll(" ").strip();
        if (words.length() <= charsMax) return words;
        boolean cutsPair = Character.isHighSurrogate(words.charAt(charsMax - 1));
        return words.substring(0, cutsPair ? charsMax - 1 : charsMax);
    }

    /** What somebody searches for, in that form; empty where it holds nothing to search for. */
    public static String ofQuery(@Nullable String text) {
        return text == null ? "" : of(text, QUERY_CHARS_MAX);
    }
}
