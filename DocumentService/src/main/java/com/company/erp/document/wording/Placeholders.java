package com.company.erp.document.wording;

import com.company.erp.kernel.InvalidInput;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in braces, such as {@code {number}}, and what they stand for. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private Placeholders() {}

    /** @throws InvalidInput mail_template.placeholder, when a name is not known */
    static void check(String field, String text, MailKind kind) {
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            if (kind.knows(found.group(1))) continue;
            throw new InvalidInput(
                    field,
                    "mail_template.placeholder",
                    "Nothing is called " + found.group() + " here, but " + kind.placeholders() + ".");
        }
    }

    static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
