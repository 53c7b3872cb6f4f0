package com.company.erp.user.account;

import com.company.erp.kernel.InvalidInput;
import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a chosen password may not be (NIST SP 800-63B, 3.1.1.2): too short to resist guessing, one of the commonest, one
 * of them with digits and signs around it or repeated, a few characters over and over, a row of neighbours, or the user
 * name. Nothing else is asked of it: no capitals, no signs, and it may hold whatever a keyboard types.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int COMMONEST = 10_000;
    private static final int DIFFERENT_MIN = 5;
    private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private final Set<String> commonest = load();

    /** @throws InvalidInput password.weak */
    void check(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw weak("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        if (password.codePoints().distinct().count() < DIFFERENT_MIN) {
            throw weak("The password is a few characters over and over.");
        }
        if (isSequence(password)) throw weak("The password is a row of neighbouring characters.");
        String plain = password.toLowerCase(Locale.ROOT);
        String mailbox = username.toLowerCase(Locale.ROOT).split("@", 2)[0];
        String bare = ENDS.matcher(plain).replaceAll("");
        for (String form : List.of(plain, bare, unit(plain), unit(bare))) {
            if (form.equals(mailbox) || form.equalsIgnoreCase(username)) {
                throw weak("The password is little more than the user name.");
            }
            if (commonest.contains(form)) {
                throw weak("The password is, or is made of, one of the commonest; it would be guessed first.");
            }
        }
    }

    /** The shortest text that, repeated, makes the whole: qwerty for qwertyqwerty. */
    private static String unit(String text) {
        int repeatsAt = text.isEmpty() ? 0 : (text + text).indexOf(text, 1);
        return text.substring(0, repeatsAt);
    }

    /** 1234567890123 and zyxwvutsrqpo: each character is next to the one before, after 9 comes 0. */
    private static boolean isSequence(String text) {
        int step = text.charAt(1) - text.charAt(0);
        if (Math.abs(step) != 1) return false;
        for (int i = 1; i < text.length(); i++) {
            int next = text.charAt(i) - text.charAt(i - 1);
            if (next != step && next != -9 * step) return false;
        }
        return true;
    }

    private static InvalidInput weak(String why) {
        return new InvalidInput("newPassword", "password.weak", why);
    }

    private static Set<String> load() {
        try {
            return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .limit(COMMONEST)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read.", e);
        }
    }
}
