package com.company.erp.web.pattern;

import java.util.Locale;

/** What a cell or a field holds, which says how it is aligned, formatted and read. */
public enum Kind {
    TEXT,
    AREA,
    /** Several words, one in a line. */
    LINES,
    DATE,
    NUMBER,
    MONEY,
    STATUS,
    YES_NO,
    CHOICE,
    SEVERAL,
    /** Another record, found by typing. */
    PICK,
    /** Never shown again, and taken as it is. */
    SECRET,
    HIDDEN;

    /** For style sheets. */
    public String css() {
        return this == LINES ? AREA.css() : name().toLowerCase(Locale.ROOT);
    }

    public boolean isFigure() {
        return this == NUMBER || this == MONEY;
    }
}
