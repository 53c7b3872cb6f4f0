package com.company.erp.document.press;

import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** One language of printed documents: its words, and how it writes dates and numbers. */
public final class Words {

    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");

    private final Locale language;
    private final Locale figures;
    private final ResourceBundle words;
    private final DateTimeFormatter dates;

    private Words(String code) {
        this.language = Locale.forLanguageTag(code);
        // Figures of Arabic documents are those that banks and customs read everywhere.
        this.figures = code.equals("ar") ? Locale.forLanguageTag("ar-u-nu-latn") : language;
        this.words = ResourceBundle.getBundle(
                "print.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.dates = DateTimeFormatter.ofPattern(words.getString("date"), figures);
    }

    /** The words of a language; English where there are none. */
    public static Words in(@Nullable String language) {
        String code = language == null ? "" : language.toLowerCase(Locale.ROOT).split("[-_]")[0];
        return new Words(LANGUAGES.contains(code) ? code : "en");
    }

    public Locale language() {
        return language;
    }

    public boolean isRightToLeft() {
        return PdfPress.isRightToLeft(language);
    }

    public String word(String key) {
        return words.getString(key);
    }

    public String word(String key, @Nullable Object... parts) {
        return words.getString(key).formatted(parts);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : dates.format(date);
    }

    /** Two decimals for the euro, none for the yen, without the currency's name. */
    public String amount(Money money) {
        return number(
                money.amount(),
                money.currency().getDefaultFractionDigits(),
                money.currency().getDefaultFractionDigits());
    }

    public String price(BigDecimal price, Currency currency) {
        return number(price, currency.getDefaultFractionDigits(), 6);
    }

    public String quantity(BigDecimal quantity) {
        return number(quantity, 0, 6);
    }

    public String percent(BigDecimal percent) {
        return number(percent, 0, 3) + "\u00a0%";
    }

    private String number(BigDecimal number, int fewestDecimals, int mostDecimals) {
        NumberFormat format = NumberFormat.getNumberInstance(figures);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(fewestDecimals);
        format.setMaximumFractionDigits(mostDecimals);
        // Marks of direction are invisible on paper, and no font has them.
        return format.format(number).replaceAll("[\\u200e\\u200f\\u061c]", "").replace('\u202f', '\u00a0');
    }

    /** What a type of document is called; its own name where it has none here. */
    public String kind(String documentType) {
        String key = "type." + documentType;
        return words.containsKey(key) ? words.getString(key) : documentType;
    }

    public String country(@Nullable String code) {
        return code == null ? "" : Locale.of("", code).getDisplayCountry(language);
    }
}
