package com.company.erp.platform.web;

/** Tells text that a person can have written from what no one types. */
public final class PlainText {

    private PlainText() {}

    /** Refuses NUL and other control characters but tab and line ends, and halves of surrogate pairs. */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == '\u007f') return false;
            if (!Character.isSurrogate(c)) continue;
            if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) return false;
            i++;
        }
        return true;
    }
}
