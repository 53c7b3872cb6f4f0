package com.company.erp.document.press;

import com.openhtmltopdf.bidi.BidiReorderer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters: each is replaced by the form that its neighbours ask for, from Unicode's presentation forms,
 * which the embedded font has. Also turns a run around, since a page is written from left to right.
 */
final class ArabicShaping implements BidiReorderer {

    /** Forms of one letter, beginning with the one that stands alone; letters with two never join to the left. */
    private record Forms(char alone, int count) {
        boolean joinsNext() {
            return count == 4;
        }

        boolean joinsPrevious() {
            return count >= 2;
        }

        char in(boolean afterJoining, boolean beforeJoining) {
            if (afterJoining && beforeJoining && count == 4) return (char) (alone + 3);
            if (beforeJoining && count == 4) return (char) (alone + 2);
            return afterJoining && count >= 2 ? (char) (alone + 1) : alone;
        }
    }

    private static final char TATWEEL = '\u0640';
    private static final char LAM = '\u0644';
    private static final Map<Character, Forms> LETTERS = letters();

    /** Alef as it follows lam: both become one sign. */
    private static final Map<Character, Forms> LAM_ALEF = Map.of(
            '\u0622', new Forms('\uFEF5', 2),
            '\u0623', new Forms('\uFEF7', 2),
            '\u0625', new Forms('\uFEF9', 2),
            '\u0627', new Forms('\uFEFB', 2));

    private static final Map<Character, Character> MIRRORED = mirrored("()[]{}<>\u00ab\u00bb\u2039\u203a");

    private static Map<Character, Forms> letters() {
        Map<Character, Forms> letters = new HashMap<>();
        // How many forms the letters have that follow each other from U+0621 and from U+0641, as their forms do.
        char form = '\uFE80';
        char letter = '\u0621';
        for (char count : "12222424244444222244444444".toCharArray()) {
            letters.put(letter++, new Forms(form, count - '0'));
            form += (char) (count - '0');
        }
        letter = '\u0641';
        for (char count : "4444444224".toCharArray()) {
            letters.put(letter++, new Forms(form, count - '0'));
            form += (char) (count - '0');
        }
        // Persian and Urdu.
        letters.put('\u067E', new Forms('\uFB56', 4));
        letters.put('\u0686', new Forms('\uFB7A', 4));
        letters.put('\u0698', new Forms('\uFB8A', 2));
        letters.put('\u06A9', new Forms('\uFB8E', 4));
        letters.put('\u06AF', new Forms('\uFB92', 4));
        letters.put('\u06CC', new Forms('\uFBFC', 4));
        return Map.copyOf(letters);
    }

    private static Map<Character, Character> mirrored(String pairs) {
        Map<Character, Character> mirrored = new HashMap<>();
        for (int i = 0; i < pairs.length(); i += 2) {
            mirrored.put(pairs.charAt(i), pairs.charAt(i + 1));
            mirrored.put(pairs.charAt(i + 1), pairs.charAt(i));
        }
        return Map.copyOf(mirrored);
    }

    @Override
    public String shapeText(String text) {
        var shaped = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int next = nextBase(text, i);
            Forms ligature = c == LAM && next == i + 1 && next < text.length() ? LAM_ALEF.get(text.charAt(next)) : null;
            if (ligature != null) {
                shaped.append(ligature.in(joinsOnward(text, i), false));
                i += 2;
                continue;
            }
            Forms forms = LETTERS.get(c);
            boolean before = next < text.length() && joinsBack(text.charAt(next));
            shaped.append(forms == null ? c : forms.in(joinsOnward(text, i), before));
            i++;
        }
        return shaped.toString();
    }

    private static int nextBase(String text, int i) {
        int next = i + 1;
        while (next < text.length() && isMark(text.charAt(next))) next++;
        return next;
    }

    /** Whether the letter before joins to the one that follows it. */
    private static boolean joinsOnward(String text, int i) {
        int before = i - 1;
        while (before >= 0 && isMark(text.charAt(before))) before--;
        if (before < 0) return false;
        char c = text.charAt(before);
        if (c == TATWEEL) return true;
        Forms forms = LETTERS.get(c);
        return forms != null && forms.joinsNext();
    }

    private static boolean joinsBack(char c) {
        if (c == TATWEEL) return true;
        Forms forms = LETTERS.get(c);
        return forms != null && forms.joinsPrevious();
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    /** Marks stay behind their letter, and brackets open the other way. */
    @Override
    public String reorderRTLTextToLTR(String text) {
        var turned = new StringBuilder(text.length());
        int end = text.length();
        while (end > 0) {
            int start = text.offsetByCodePoints(end, -1);
            while (start > 0 && isMark(text.charAt(start))) start--;
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                turned.append(MIRRORED.getOrDefault(c, c));
            }
            end = start;
        }
        return turned.toString();
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
