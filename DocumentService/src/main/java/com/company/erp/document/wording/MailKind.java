package com.company.erp.document.wording;

import java.util.List;
import java.util.Locale;

/** The kinds of e-mail, and what their words may stand for. */
public enum MailKind {
    INVOICE("number"),
    CREDIT_NOTE("number"),
    DUNNING_LETTER("title");

    /** What is in all of them. */
    private static final List<String> SHARED = List.of("company", "customer", "amount", "date", "due");

    private final String own;

    MailKind(String own) {
        this.own = own;
    }

    boolean knows(String placeholder) {
        return placeholder.equals(own) || SHARED.contains(placeholder);
    }

    String placeholders() {
        return "{" + own + "}, {" + String.join("}, {", SHARED) + "}";
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
