package com.company.erp.platform.web;

import com.company.erp.kernel.InvalidInput;
import java.util.Locale;

/** The kinds of file that a list is exported as. */
public enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    NDJSON("application/x-ndjson"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName(String name) {
        return name + "." + name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInput format.unknown */
    public static ExportFormat parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "csv" -> CSV;
            case "ndjson" -> NDJSON;
            case "xlsx" -> XLSX;
            default -> throw new InvalidInput("format", "format.unknown", "A file is csv, xlsx or ndjson.");
        };
    }
}
