package com.company.erp.platform.web;

import com.company.erp.kernel.InvalidInput;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads the dates of a business: {@code 2026-03-02}, from 1900 to 2199, so that no later sum of days overflows. */
public final class Dates extends JsonDeserializer<LocalDate> {

    private static final Pattern ISO = Pattern.compile("(19|20|21)\\d{2}-\\d{2}-\\d{2}");
    private static final String RULE = "A date is written as 2026-03-02, in the years 1900 to 2199.";

    /** @throws InvalidInput date.malformed */
    public static LocalDate parse(String text) {
        if (ISO.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                // Falls through to the refusal below: there is no such day.
            }
        }
        throw new InvalidInput("date", "date.malformed", RULE);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return parse(parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : "");
        } catch (InvalidInput e) {
            throw InvalidFormatException.from(parser, RULE, "", LocalDate.class);
        }
    }
}
