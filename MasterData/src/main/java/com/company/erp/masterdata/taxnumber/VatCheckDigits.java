package com.company.erp.masterdata.taxnumber;

/**
 * The check digits of VAT numbers, one method per country, as the tax authorities publish them. Each takes the number
 * without its prefix, already of the right format, and says whether its check digits are right.
 */
final class VatCheckDigits {

    private static final String FRENCH_KEY = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String IRISH_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";

    private VatCheckDigits() {}

    static boolean austria(String number) {
        String digits = number.substring(1);
        return Math.floorMod(6 - luhnSum(digits.substring(0, 7), 1), 10) == digit(digits, 7);
    }

    static boolean belgium(String number) {
        return 97 - number(number, 0, 8) % 97 == number(number, 8, 10);
    }

    /** Nine digits are a company; ten are a citizen, a foreigner or another body, each with a rule of its own. */
    static boolean bulgaria(String number) {
        if (number.length() == 9) {
            int sum = weighted(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
            if (sum == 10) sum = weighted(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11;
            return sum % 10 == digit(number, 8);
        }
        int citizen = weighted(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10;
        int foreigner = weighted(number, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10;
        int other = (11 - weighted(number, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        int last = digit(number, 9);
        return last == citizen || last == foreigner || last == other;
    }

    static boolean croatia(String number) {
        return iso7064Mod11And10(number);
    }

    static boolean cyprus(String number) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < 8; i++) sum += i % 2 == 0 ? odd[digit(number, i)] : digit(number, i);
        return (char) ('A' + sum % 26) == number.charAt(8);
    }

    /** Eight digits are a company; nine or ten are a person's birth number, or begin with 6 for special cases. */
    static boolean czechia(String number) {
        if (number.length() == 8) {
            int check = (11 - weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
            return number.charAt(0) != '9' && (check == 0 ? 1 : check % 10) == digit(number, 7);
        }
        if (number.length() == 9 && number.charAt(0) == '6') {
            int sum = weighted(number.substring(1), 8, 7, 6, 5, 4, 3, 2);
            return Math.floorMod(sum % 11 - 2, 10) == digit(number, 8);
        }
        if (!isBirthDate(number)) return false;
        // Birth numbers of nine digits ended with 1953 and have no check digit.
        return number.length() == 9 ? number(number, 0, 2) <= 53 : number(number, 0, 9) % 11 % 10 == digit(number, 9);
    }

    static boolean denmark(String number) {
        return weighted(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean estonia(String number) {
        return weighted(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
    }

    static boolean finland(String number) {
        return weighted(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
    }

    /** The key is over the nine digits of the SIREN, which has a check digit of its own but in Monaco (000). */
    static boolean france(String number) {
        String siren = number.substring(2);
        if (!siren.startsWith("000") && luhnSum(siren, 1) % 10 != 0) return false;
        long value = number(siren, 0, 9);
        int first = FRENCH_KEY.indexOf(number.charAt(0));
        int second = FRENCH_KEY.indexOf(number.charAt(1));
        if (first < 10 && second < 10) return (value * 100 + 12) % 97 == first * 10 + second;
        int key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
        return (value + 1 + key / 11) % 11 == key % 11;
    }

    static boolean germany(String number) {
        return iso7064Mod11And10(number);
    }

    /** Modulus 97, for newer numbers with 55 taken off the check digits; GD and HA (public bodies) have none. */
    static boolean britain(String number) {
        if (number.startsWith("GD") || number.startsWith("HA")) return true;
        int sum = weighted(number, 8, 7, 6, 5, 4, 3, 2) + (int) number(number, 7, 9);
        return sum % 97 == 0 || ((sum + 55) % 97 == 0 && number(number, 0, 3) >= 100);
    }

    static boolean greece(String number) {
        return weighted(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(number, 8);
    }

    static boolean hungary(String number) {
        return weighted(number, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
    }

    /** In the older form the second character is a letter, + or *, and the first digit moves to the end. */
    static boolean ireland(String number) {
        boolean old = !Character.isDigit(number.charAt(1));
        String digits = old ? "0" + number.substring(2, 7) + number.charAt(0) : number.substring(0, 7);
        int sum = weighted(digits, 8, 7, 6, 5, 4, 3, 2);
        if (number.length() == 9) sum += 9 * IRISH_LETTERS.indexOf(number.charAt(8));
        return IRISH_LETTERS.charAt(sum % 23) == number.charAt(7);
    }

    /** The digits 8 to 10 name the province that gave the number. */
    static boolean italy(String number) {
        long province = number(number, 7, 10);
        boolean given = province >= 1 && province <= 100
                || province == 120
                || province == 121
                || province == 888
                || province == 999;
        return given && number(number, 0, 7) > 0 && luhnSum(number, 1) % 10 == 0;
    }

    /** Numbers of companies begin with 4 to 9; those of persons are a birth date, or since 2017 begin with 32. */
    static boolean latvia(String number) {
        if (number.charAt(0) > '3') return weighted(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        if (number.startsWith("32")) return true;
        return (1 + weighted(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == digit(number, 10);
    }

    static boolean lithuania(String number) {
        int check = cyclic(number, 0) % 11;
        if (check == 10) check = cyclic(number, 2) % 11;
        return check % 10 == digit(number, number.length() - 1);
    }

    static boolean luxembourg(String number) {
        return number(number, 0, 6) % 89 == number(number, 6, 8);
    }

    static boolean malta(String number) {
        return (weighted(number, 3, 4, 6, 7, 8, 9) + number(number, 6, 8)) % 37 == 0;
    }

    /** The older numbers end their first part with a check digit; sole traders since 2020 follow ISO 7064 mod 97-10. */
    static boolean netherlands(String number) {
        if (weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(number, 8)) return true;
        // N, L and B count as 23, 21 and 11.
        String digits = "2321" + number.substring(0, 9) + "11" + number.substring(10);
        return Long.parseLong(digits) % 97 == 1;
    }

    static boolean norway(String number) {
        int check = (11 - weighted(number, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return check == digit(number, 8);
    }

    static boolean poland(String number) {
        return weighted(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(number, 9);
    }

    static boolean portugal(String number) {
        int check = 11 - weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check > 9 ? 0 : check) == digit(number, 8);
    }

    static boolean romania(String number) {
        String padded = "0".repeat(10 - number.length()) + number;
        return weighted(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == digit(padded, 9);
    }

    static boolean slovakia(String number) {
        return number(number, 0, 10) % 11 == 0;
    }

    static boolean slovenia(String number) {
        int check = 11 - weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 11 && check % 10 == digit(number, 7);
    }

    static boolean sweden(String number) {
        return luhnSum(number.substring(0, 10), 0) % 10 == 0;
    }

    static boolean switzerland(String number) {
        int check = (11 - weighted(number, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11;
        return check == digit(number, 8);
    }

    /** Year, month and day; women count 50 and crowded days 20 more in the month. */
    private static boolean isBirthDate(String number) {
        long month = number(number, 2, 4) % 50 % 20;
        long day = number(number, 4, 6);
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static boolean iso7064Mod11And10(String number) {
        int check = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (check + digit(number, i)) % 10;
            check = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (check + digit(number, number.length() - 1)) % 10 == 1;
    }

    /** Every second digit counts double, its digits added; {@code parity} is the index of the first double. */
    static int luhnSum(String digits, int parity) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digit(digits, i) * (i % 2 == parity ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum;
    }

    /** Weights 1 to 9 and over again, begun {@code shift} later, over all digits but the last. */
    private static int cyclic(String number, int shift) {
        int sum = 0;
        for (int i = 0; i < number.length() - 1; i++) sum += digit(number, i) * (1 + (i + shift) % 9);
        return sum;
    }

    private static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += digit(digits, i) * weights[i];
        return sum;
    }

    private static long number(String digits, int from, int to) {
        return Long.parseLong(digits, from, to, 10);
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
