package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.SquareCode;
import com.company.erp.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * The square code from which a banking app reads a SEPA credit transfer: "Quick Response Code: Guidelines to enable
 * data capture for the initiation of a SEPA credit transfer", European Payments Council, EPC069-12 version 2.
 */
final class PaymentCode {

    private static final int NAME_LENGTH = 70;
    private static final int TEXT_LENGTH = 140;

    private PaymentCode() {}

    /** As a picture within the page; null where there is nothing to pay in euro. */
    static @Nullable String of(LetterheadDetails bank, String payee, Money amount, String text) {
        String iban = bank.iban();
        boolean payable = amount.currency().getCurrencyCode().equals("EUR")
                && amount.amount().signum() > 0
                && amount.amount().precision() - amount.amount().scale() <= 9;
        if (iban == null || !payable) return null;
        String content = String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                bank.bic() == null ? "" : bank.bic(),
                shortened(payee, NAME_LENGTH),
                iban,
                "EUR" + amount.amount().toPlainString(),
                "",
                "",
                shortened(text, TEXT_LENGTH));
        return SquareCode.of(content);
    }

    private static String shortened(String text, int length) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= length ? line : line.substring(0, length);
    }
}
