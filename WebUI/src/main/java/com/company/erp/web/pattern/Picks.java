package com.company.erp.web.pattern;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the records that fit what is being typed.
 *
 * @param hint what tells it from others of the same name
 * @param fill what it brings along for the other fields of the line
 */
public record Picks(String id, String label, String hint, Map<String, String> fill) {

    /** For the script, which fills the line. */
    public String fillAsJson() {
        return fill.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
