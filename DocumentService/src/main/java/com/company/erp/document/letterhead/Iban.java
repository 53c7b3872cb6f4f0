package com.company.erp.document.letterhead;

import java.math.BigInteger;

/** The check digits of account numbers: ISO 13616, by the remainder of ISO 7064 (MOD 97-10). */
final class Iban {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Iban() {}

    static boolean isValid(String iban) {
        var digits = new StringBuilder();
        String turned = iban.substring(4) + iban.substring(0, 4);
        turned.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue() == 1;
    }
}
