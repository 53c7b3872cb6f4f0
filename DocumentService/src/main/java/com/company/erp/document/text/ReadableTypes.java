package com.company.erp.document.text;

import java.util.List;

/** The kinds of files that words are read out of, and no others: each by a reader that is known to be harmless. */
enum ReadableTypes {
    PLAIN(List.of("text/plain", "text/csv", "application/json", "application/xml", "text/xml", "message/rfc822")),
    PDF(List.of("application/pdf")),
    OFFICE(List.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet"));

    private final List<String> mediaTypes;

    ReadableTypes(List<String> mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    boolean has(String mediaType) {
        return mediaTypes.contains(mediaType);
    }
}
