package com.company.erp.web.pattern;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Words, dates and figures in the reader's language. */
public final class Texts {

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    /** @param zone in which moments are told */
    public Texts(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    public Locale locale() {
        return locale;
    }

    public String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** The word for a field, by the last part of its path: {@code lines[0].quantity} is a quantity. */
    public String field(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[\\d*]$", "");
        return or("field." + name, spaced(name));
    }

    /** The word for a constant, such as a status. */
    public String constant(Enum<?> constant) {
        return constant(constant.name());
    }

    public String constant(String name) {
        return or("word." + name, spaced(name));
    }

    /** A value as the log keeps it: constants by their word, currencies as they are, and a dash for none. */
    public String value(@Nullable String value) {
        if (value == null || value.isEmpty()) return "–";
        return value.matches("[A-Z][A-Z_]+|true|false") ? or("word." + value, value) : value;
    }

    /** The word for what was done to a record, such as create. */
    public String action(String action) {
        return or("action." + action, spaced(action.replace('-', '_')));
    }

    /** The word for work that is done by the clock. */
    public String job(String job) {
        return or("job." + job.replace(' ', '-'), spaced(job));
    }

    /** The word for what may be done, such as create. */
    public String step(String step) {
        return or("may." + step, spaced(step));
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .localizedBy(locale)
                        .format(date);
    }

    /** Date and time of day where the company is. */
    public String moment(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .localizedBy(locale)
                        .format(instant.atZone(zone));
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A sentence with values by name: {@code {count}} stands for that of count. */
    public String told(String key, Map<String, String> values) {
        String sentence = say(key);
        for (var value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        }
        return sentence;
    }

    public String amount(Money money) {
        return amount(money.amount(), money.currency());
    }

    /** With all decimals of the currency. */
    public String amount(@Nullable BigDecimal amount, Currency currency) {
        if (amount == null) return "";
        int decimals = Money.minorUnits(currency);
        return figure(amount, decimals, Math.max(decimals, amount.scale()));
    }

    /** Without needless zeros. */
    public String number(@Nullable BigDecimal number) {
        return number == null ? "" : figure(number, 0, 12);
    }

    public String count(long count) {
        return number(BigDecimal.valueOf(count));
    }

    private String figure(BigDecimal number, int decimalsMin, int decimalsMax) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(decimalsMin);
        format.setMaximumFractionDigits(decimalsMax);
        if (format instanceof DecimalFormat decimal) {
            DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign('−');
            decimal.setDecimalFormatSymbols(symbols);
            decimal.setNegativePrefix("−");
        }
        return format.format(number);
    }

    /** What is wrong, in the reader's language where it is known there. */
    public String problem(ErpException e) {
        return or("error." + e.code(), String.valueOf(e.getMessage()));
    }

    public String problem(FieldProblem problem) {
        return problem(problem.code(), problem.message());
    }

    /** @param message what is said where the code has no words of its own */
    public String problem(String code, String message) {
        return or("error." + code, message);
    }

    private String or(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale));
    }

    /** NOT_DUE and notDue become Not due. */
    private static String spaced(String name) {
        String words =
                name.replace('_', ' ').replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
