package com.company.erp.masterdata.taxnumber;

import com.company.erp.kernel.InvalidInput;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tax numbers as they are kept: VAT numbers of the European Union, the United Kingdom, Switzerland and Norway are
 * checked by format and check digits and kept with their prefix; those of other countries are only tidied.
 *
 * <p>A right check digit says that the number was not mistyped, not that it is registered.
 */
public final class TaxNumbers {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.\\-/]+");
    private static final Pattern ANY_NUMBER = Pattern.compile("[A-Z0-9][A-Z0-9 .\\-/]{1,29}");

    /** Country code of ISO 3166 to the prefix its VAT numbers carry, where the two differ. */
    private static final Map<String, String> PREFIX = Map.of("GR", "EL", "CH", "CHE");

    private static final Map<String, Rule> RULES = Map.ofEntries(
            rule("AT", "U\\d{8}", "U and 8 digits", VatCheckDigits::austria),
            rule("BE", "[01]\\d{9}", "10 digits, the first 0 or 1", VatCheckDigits::belgium),
            rule("BG", "\\d{9,10}", "9 or 10 digits", VatCheckDigits::bulgaria),
            rule("CHE", "\\d{9}(MWST|TVA|IVA)?", "9 digits and MWST, TVA or IVA", VatCheckDigits::switzerland),
            rule("CY", "(?!12)\\d{8}[A-Z]", "8 digits and a letter", VatCheckDigits::cyprus),
            rule("CZ", "\\d{8,10}", "8 to 10 digits", VatCheckDigits::czechia),
            rule("DE", "[1-9]\\d{8}", "9 digits", VatCheckDigits::germany),
            rule("DK", "[1-9]\\d{7}", "8 digits", VatCheckDigits::denmark),
            rule("EE", "\\d{9}", "9 digits", VatCheckDigits::estonia),
            rule("EL", "\\d{9}", "9 digits", VatCheckDigits::greece),
            rule("ES", "[A-Z0-9]\\d{7}[A-Z0-9]", "9 characters, the first or last a letter", SpanishTaxNumber::check),
            rule("FI", "\\d{8}", "8 digits", VatCheckDigits::finland),
            rule("FR", "[0-9A-HJ-NP-Z]{2}\\d{9}", "2 key characters and 9 digits", VatCheckDigits::france),
            rule("GB", "\\d{9}(\\d{3})?|GD[0-4]\\d\\d|HA[5-9]\\d\\d", "9 or 12 digits", VatCheckDigits::britain),
            rule("HR", "\\d{11}", "11 digits", VatCheckDigits::croatia),
            rule("HU", "\\d{8}", "8 digits", VatCheckDigits::hungary),
            rule("IE", "\\d[0-9A-Z+*]\\d{5}[A-W][A-IW]?", "7 digits and 1 or 2 letters", VatCheckDigits::ireland),
            rule("IT", "\\d{11}", "11 digits", VatCheckDigits::italy),
            rule("LT", "\\d{7}1\\d|\\d{10}1\\d", "9 or 12 digits, the last but one 1", VatCheckDigits::lithuania),
            rule("LU", "\\d{8}", "8 digits", VatCheckDigits::luxembourg),
            rule("LV", "\\d{11}", "11 digits", VatCheckDigits::latvia),
            rule("MT", "[1-9]\\d{7}", "8 digits", VatCheckDigits::malta),
            rule("NL", "\\d{9}B\\d{2}", "9 digits, B and 2 digits", VatCheckDigits::netherlands),
            rule("NO", "[89]\\d{8}(MVA)?", "9 digits, the first 8 or 9, and MVA", VatCheckDigits::norway),
            rule("PL", "\\d{10}", "10 digits", VatCheckDigits::poland),
            rule("PT", "[1-9]\\d{8}", "9 digits", VatCheckDigits::portugal),
            rule("RO", "[1-9]\\d{1,9}", "2 to 10 digits", VatCheckDigits::romania),
            rule("SE", "\\d{10}(0[1-9]|[1-8]\\d|9[0-4])", "12 digits, the last two 01 to 94", VatCheckDigits::sweden),
            rule("SI", "[1-9]\\d{7}", "8 digits", VatCheckDigits::slovenia),
            rule("SK", "[1-9]\\d[2-4789]\\d{7}", "10 digits", VatCheckDigits::slovakia),
            rule("XI", "\\d{9}(\\d{3})?|GD[0-4]\\d\\d|HA[5-9]\\d\\d", "9 or 12 digits", VatCheckDigits::britain));

    private TaxNumbers() {}

    /**
     * The number as it is kept: upper case, and for a country with a VAT rule without punctuation and with its prefix.
     * A foreign prefix is allowed, since a company may be registered for VAT in several countries.
     *
     * @param field where the caller's input holds the number, named in the refusal
     * @param country ISO 3166 alpha-2 of the party's seat, or null where it is not known
     * @throws InvalidInput tax_number.format, tax_number.check_digit
     */
    public static String checked(String field, String text, @Nullable String country) {
        String spaced = text.strip().toUpperCase(Locale.ROOT);
        String compact = PUNCTUATION.matcher(spaced).replaceAll("");
        String foreign = writtenPrefix(compact);
        if (foreign != null) return byRule(field, foreign, compact.substring(foreign.length()));
        String own = country == null ? null : PREFIX.getOrDefault(country, country);
        if (own != null && RULES.containsKey(own)) {
            // A prefix that is written, but does not fit its rule, is told from a number that has none.
            return byRule(field, own, compact.startsWith(own) ? compact.substring(own.length()) : compact);
        }
        if (!ANY_NUMBER.matcher(spaced).matches()) {
            throw new InvalidInput(field, "tax_number.format", "A tax number has 2 to 30 letters and digits.");
        }
        return spaced;
    }

    private static String byRule(String field, String prefix, String number) {
        Rule rule = RULES.get(prefix);
        if (rule == null) throw new IllegalStateException("No rule for " + prefix);
        if (!rule.format().matcher(number).matches()) {
            String message = "A VAT number of %s is %s after the prefix.".formatted(prefix, rule.words());
            throw new InvalidInput(field, "tax_number.format", message);
        }
        if (!rule.checkDigits().test(number)) {
            String message = "The check digits of this VAT number of %s are wrong.".formatted(prefix);
            throw new InvalidInput(field, "tax_number.check_digit", message);
        }
        return prefix + number;
    }

    /** The prefix that the text begins with and whose format the rest fits; a US number may begin with any letters. */
    private static @Nullable String writtenPrefix(String compact) {
        for (int length = 3; length >= 2; length--) {
            if (compact.length() <= length) continue;
            String prefix = compact.substring(0, length);
            Rule rule = RULES.get(prefix);
            if (rule != null && rule.format().matcher(compact.substring(length)).matches()) return prefix;
        }
        return null;
    }

    private static Map.Entry<String, Rule> rule(
            String prefix, String format, String words, Predicate<String> checkDigits) {
        return Map.entry(prefix, new Rule(Pattern.compile(format), words, checkDigits));
    }

    private record Rule(Pattern format, String words, Predicate<String> checkDigits) {}
}
