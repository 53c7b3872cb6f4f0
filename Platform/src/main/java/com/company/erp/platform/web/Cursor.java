package com.company.erp.platform.web;

import com.company.erp.kernel.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended: the order it was in, the sort value and id of its last row. Opaque to callers. */
record Cursor(String sort, String value, UUID id) {

    private static final String SEPARATOR = "\n";

    String text() {
        byte[] bytes = String.join(SEPARATOR, sort, id.toString(), value).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws InvalidInput cursor.malformed, also for the cursor of another order */
    static Cursor parse(String text, String sort) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, 3);
            if (parts.length == 3 && parts[0].equals(sort) && parts[2].indexOf('\0') < 0) {
                return new Cursor(sort, parts[2], UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the refusal below: a caller made the cursor up.
        }
        throw new InvalidInput("after", "cursor.malformed", "Pass the cursor that the page before answered as next.");
    }
}
