package com.company.erp.user.link;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.letter.Letter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The letters of the house to its users, in the languages of its pages. */
final class LetterTexts {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");

    private LetterTexts() {}

    /** @param kind of letter; its text takes what is said last */
    static Letter letter(UserId about, String kind, @Nullable String language, String to, Object... said) {
        Locale locale = Locale.of(language != null && LANGUAGES.contains(language) ? language : "en");
        var texts = ResourceBundle.getBundle(
                "letters",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String subject = new MessageFormat(texts.getString(kind + ".subject"), Locale.ROOT).format(said);
        String text = new MessageFormat(texts.getString(kind + ".text"), Locale.ROOT).format(said);
        return new Letter(about, to, subject.replaceAll("\\p{Cntrl}", " "), text);
    }
}
