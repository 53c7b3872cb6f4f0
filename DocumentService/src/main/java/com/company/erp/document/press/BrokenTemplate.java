package com.company.erp.document.press;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.xml.sax.SAXParseException;

/** A template that does not work: where, and why. */
public final class BrokenTemplate extends RuntimeException {

    private final int line;

    BrokenTemplate(int line, String reason) {
        super(line > 0 ? "Line " + line + ": " + reason : reason);
        this.line = line;
    }

    static BrokenTemplate of(TemplateEngineException e) {
        int line = 0;
        String reason = e.getMessage();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateProcessingException at && at.hasLineAndCol()) line = at.getLine();
            if (cause.getMessage() != null) reason = cause.getMessage();
        }
        return new BrokenTemplate(line, sentence(reason));
    }

    static BrokenTemplate of(SAXParseException e) {
        return new BrokenTemplate(e.getLineNumber(), sentence(e.getMessage()));
    }

    static BrokenTemplate unprintable(RuntimeException e) {
        return new BrokenTemplate(0, "It cannot be printed: " + sentence(e.getMessage()));
    }

    /** The engine appends where it was, in words of its own. */
    private static String sentence(@Nullable String reason) {
        String text = String.valueOf(reason)
                .replaceAll("(?s)\\s*\\((template: |Line = ).*", "")
                .strip();
        return text.endsWith(".") ? text : text + ".";
    }

    /** 0 where it cannot be said. */
    public int line() {
        return line;
    }
}
