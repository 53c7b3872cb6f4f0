package com.company.erp.masterdata.taxnumber;

/** The check character of a Spanish NIF: citizens, foreigners (X, Y, Z), K L M, and companies with a letter ahead. */
final class SpanishTaxNumber {

    private static final String PERSON = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String COMPANY = "JABCDEFGHI";

    private SpanishTaxNumber() {}

    static boolean check(String number) {
        char kind = number.charAt(0);
        char last = number.charAt(8);
        String middle = number.substring(1, 8);
        if (Character.isDigit(kind)) return last == person(kind + middle);
        return switch (kind) {
            case 'X' -> last == person("0" + middle);
            case 'Y' -> last == person("1" + middle);
            case 'Z' -> last == person("2" + middle);
            case 'K', 'L', 'M' -> last == person(middle);
            case 'A', 'B', 'E', 'H' -> last == (char) ('0' + company(middle));
            case 'N', 'P', 'Q', 'R', 'S', 'W' -> last == COMPANY.charAt(company(middle));
            case 'C', 'D', 'F', 'G', 'J', 'U', 'V' ->
                last == (char) ('0' + company(middle)) || last == COMPANY.charAt(company(middle));
            default -> false;
        };
    }

    private static char person(String digits) {
        return PERSON.charAt(Integer.parseInt(digits) % 23);
    }

    private static int company(String digits) {
        return Math.floorMod(-VatCheckDigits.luhnSum(digits, 0), 10);
    }
}
