package com.company.erp.assembly.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts SQL that comes line by line into statements, at each semicolon that is not inside a string, a quoted name, a
 * comment or a function's body.
 */
final class StatementReader {

    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");

    private enum Inside {
        PLAIN,
        STRING,
        STRING_WITH_ESCAPES,
        NAME,
        BODY,
        LINE_COMMENT,
        COMMENT
    }

    private final StringBuilder statement = new StringBuilder();
    private Inside inside = Inside.PLAIN;
    private String bodyEnd = "";
    private int commentDepth;

    /** Takes one more line and gives the statements that it completes. */
    List<String> read(String line) {
        List<String> complete = new ArrayList<>();
        for (int at = 0; at < line.length(); ) {
            int length = step(line, at);
            boolean ends = inside == Inside.PLAIN && line.charAt(at) == ';';
            if (ends) {
                rest().ifPresent(complete::add);
            } else {
                statement.append(line, at, at + length);
            }
            at += length;
        }
        statement.append('\n');
        if (inside == Inside.LINE_COMMENT) {
            inside = Inside.PLAIN;
        }
        return complete;
    }

    boolean isBetweenStatements() {
        return inside == Inside.PLAIN && statement.toString().isBlank();
    }

    /** What stands after the last semicolon, and forgets it. */
    Optional<String> rest() {
        String text = statement.toString().strip();
        statement.setLength(0);
        inside = Inside.PLAIN;
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Goes over the next token, which is mostly one character, and tells its length. */
    private int step(String line, int at) {
        return switch (inside) {
            case PLAIN -> open(line, at);
            case STRING -> closeAt("'", line, at);
            case STRING_WITH_ESCAPES ->
                line.charAt(at) == '\\' ? Math.min(2, line.length() - at) : closeAt("'", line, at);
            case NAME -> closeAt("\"", line, at);
            case BODY -> closeAt(bodyEnd, line, at);
            case LINE_COMMENT -> line.length() - at;
            case COMMENT -> comment(line, at);
        };
    }

    private int open(String line, int at) {
        char next = line.charAt(at);
        if (next == '\'') {
            return enter(followsE(line, at) ? Inside.STRING_WITH_ESCAPES : Inside.STRING, 1);
        }
        if (next == '"') {
            return enter(Inside.NAME, 1);
        }
        if (line.startsWith("--", at)) {
            return enter(Inside.LINE_COMMENT, 2);
        }
        if (line.startsWith("/*", at)) {
            commentDepth = 1;
            return enter(Inside.COMMENT, 2);
        }
        if (next == '$' && !followsNameCharacter(line, at)) {
            Matcher quote = DOLLAR_QUOTE.matcher(line).region(at, line.length());
            if (quote.lookingAt()) {
                bodyEnd = quote.group();
                return enter(Inside.BODY, bodyEnd.length());
            }
        }
        return 1;
    }

    private int enter(Inside where, int length) {
        inside = where;
        return length;
    }

    /** A doubled quote closes and opens again at once, which comes to the same. */
    private int closeAt(String end, String line, int at) {
        if (line.startsWith(end, at)) {
            return enter(reopens(end, line, at) ? inside : Inside.PLAIN, reopens(end, line, at) ? 2 : end.length());
        }
        return 1;
    }

    private boolean reopens(String end, String line, int at) {
        return inside != Inside.BODY && line.startsWith(end, at + 1);
    }

    private int comment(String line, int at) {
        if (line.startsWith("/*", at)) {
            commentDepth++;
            return 2;
        }
        if (line.startsWith("*/", at)) {
            commentDepth--;
            return enter(commentDepth == 0 ? Inside.PLAIN : Inside.COMMENT, 2);
        }
        return 1;
    }

    private static boolean followsE(String line, int at) {
        return at > 0 && (line.charAt(at - 1) | 0x20) == 'e' && !followsNameCharacter(line, at - 1);
    }

    private static boolean followsNameCharacter(String line, int at) {
        return at > 0 && (Character.isLetterOrDigit(line.charAt(at - 1)) || line.charAt(at - 1) == '_');
    }
}
