package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.Sheet.Fact;
import com.company.erp.document.press.Words;
import com.company.erp.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer needs to pay.
 *
 * @param code the square code for banking apps, as a picture within the page
 */
record PaymentSlip(
        String heading, List<Fact> facts, @Nullable String code) {

    /**
     * @param reference what the customer is to name
     * @param coded the sum that the square code asks for; null for none
     */
    static PaymentSlip of(
            String heading,
            LetterheadDetails bank,
            String payee,
            String reference,
            @Nullable Money coded,
            Words words) {
        List<Fact> facts = new ArrayList<>();
        if (bank.iban() != null) {
            facts.add(new Fact(words.word("payment.payee"), payee));
            facts.add(new Fact(words.word("payment.iban"), grouped(bank.iban())));
            if (bank.bic() != null) facts.add(new Fact(words.word("payment.bic"), bank.bic()));
        }
        facts.add(new Fact(words.word("payment.reference"), reference));
        return new PaymentSlip(heading, facts, coded == null ? null : PaymentCode.of(bank, payee, coded, reference));
    }

    /** With more to say, before the rest or after it. */
    PaymentSlip with(List<Fact> before, List<Fact> after) {
        List<Fact> all = new ArrayList<>(before);
        all.addAll(facts);
        all.addAll(after);
        return new PaymentSlip(heading, all, code);
    }

    static String grouped(String iban) {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
