package com.company.erp.web.pattern;

import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type: {@code 3.2}, {@code today} and {@code +30} are dates, {@code 3*12.50} and {@code 1.234,50} are
 * figures, each as the reader's language writes it.
 */
public final class Typed {

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
    private static final Pattern SHIFT = Pattern.compile("([+-])(\\d{1,4})");
    private static final Pattern PARTS =
            Pattern.compile("(\\d{1,2})[./\\- ](\\d{1,2})(?:[./\\- ](\\d{2}|\\d{4}))?[.]?");
    private static final Set<String> TODAY = Set.of("today", "t", "heute", "h", "aujourd'hui", "hoy", "اليوم");
    private static final int CENTURY = 2000;

    private final Locale locale;
    private final LocalDate today;

    public Typed(Locale locale, LocalDate today) {
        this.locale = locale;
        this.today = today;
    }

    /** @throws InvalidInput date.malformed */
    public LocalDate date(String path, String text) {
        String typed = text.strip().toLowerCase(locale);
        try {
            if (TODAY.contains(typed)) return today;
            if (ISO.matcher(typed).matches()) {
                String[] parts = typed.split("-", 3);
                return LocalDate.of(number(parts[0]), number(parts[1]), number(parts[2]));
            }
            Matcher shift = SHIFT.matcher(typed);
            if (shift.matches()) return today.plusDays(number(shift.group(1) + shift.group(2)));
            Matcher parts = PARTS.matcher(typed);
            if (parts.matches()) return ofParts(parts);
        } catch (DateTimeException e) {
            // No such day: the refusal below says so.
        }
        throw new InvalidInput(path, "date.malformed", "A date is written like 2026-03-31, 31/3, today or +30.");
    }

    private LocalDate ofParts(Matcher parts) {
        boolean monthFirst = pattern().indexOf('M') < pattern().indexOf('d');
        int first = number(parts.group(1));
        int second = number(parts.group(2));
        String year = parts.group(3);
        int y = year == null ? today.getYear() : number(year) + (year.length() == 2 ? CENTURY : 0);
        return LocalDate.of(y, monthFirst ? first : second, monthFirst ? second : first);
    }

    private String pattern() {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** How a date stands in a field, so that it can be typed the same way. */
    public static String shown(LocalDate date) {
        return date.toString();
    }

    /** @throws InvalidInput number.malformed */
    public BigDecimal number(String path, String text) {
        try {
            return new Arithmetic(plain(text)).sum();
        } catch (ArithmeticException | NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new InvalidInput(path, "number.malformed", "A figure is written like 1234.50 or 3*12.50.");
        }
    }

    /** With a point for decimals and nothing between thousands. */
    private String plain(String text) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String typed = text.replaceAll("[\\s\\u00a0\\u202f'’]", "").replace('−', '-');
        char decimal = symbols.getDecimalSeparator();
        boolean ambiguous = decimal == ',' && typed.indexOf(',') < 0 && typed.matches(".*\\.\\d{1,2}(\\D.*)?");
        if (decimal == ',' && !ambiguous) return typed.replace(".", "").replace(',', '.');
        return decimal == ',' ? typed : typed.replace(",", "");
    }

    static FieldProblem problem(InvalidInput e) {
        return e.problems().getFirst();
    }

    /** Sums, products and brackets, read from left to right. */
    private static final class Arithmetic {

        private final String text;
        private int at;

        private Arithmetic(String text) {
            if (text.length() > 60) throw new NumberFormatException("too long");
            this.text = text;
        }

        private BigDecimal sum() {
            BigDecimal sum = expression();
            if (at < text.length()) throw new NumberFormatException(text);
            return sum;
        }

        private BigDecimal expression() {
            BigDecimal sum = product();
            while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                sum = text.charAt(at++) == '+' ? sum.add(product()) : sum.subtract(product());
            }
            return sum;
        }

        private BigDecimal product() {
            BigDecimal product = operand();
            while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
                product = text.charAt(at++) == '*'
                        ? product.multiply(operand())
                        : product.divide(operand(), MathContext.DECIMAL64);
            }
            return product;
        }

        private BigDecimal operand() {
            if (text.charAt(at) == '-') {
                at++;
                return operand().negate();
            }
            if (text.charAt(at) == '(') {
                at++;
                BigDecimal inner = expression();
                if (text.charAt(at++) != ')') throw new NumberFormatException(text);
                return inner;
            }
            int from = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) at++;
            return new BigDecimal(text.substring(from, at));
        }
    }
}
