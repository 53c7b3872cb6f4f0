package com.company.erp.document.finding;

/** What a file is, as people put it. */
public enum FileKind {
    PDF("= 'application/pdf'"),
    PICTURE("LIKE 'image/%'"),
    LETTER("~ '(msword|rtf|wordprocessingml.document|opendocument.text)$'"),
    TABLE("~ '(csv|ms-excel|spreadsheetml.sheet|opendocument.spreadsheet)$'"),
    MAIL("~ '(rfc822|ms-outlook)$'"),
    TEXT("~ '^(text/plain|text/xml|application/xml|application/json)$'");

    private final String mediaTypes;

    FileKind(String mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    /** The condition for the media types of this kind. */
    String of(String column) {
        return column + " " + mediaTypes;
    }
}
