package com.company.erp.kernel;

import java.util.UUID;

/** The identity of a record, typed by what it identifies. In JSON and in paths it is the UUID's text. */
public interface Id {

    UUID value();

    /**
     * Reads the text form of an id.
     *
     * @throws InvalidInput id.malformed, when the text is not a UUID in its usual form of 36 characters
     */
    static UUID parse(String text) {
        if (text.length() != 36) throw malformed();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static InvalidInput malformed() {
        return new InvalidInput("id", "id.malformed", "An id is a UUID such as 0190163d-8694-739b-aea5-966c26f8ad91.");
    }
}
