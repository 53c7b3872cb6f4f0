package com.company.erp.document.printing;

import com.company.erp.document.press.Sheet;
import com.company.erp.document.press.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note in words and figures, ready to be set.
 *
 * @param title what it is called, with its number
 * @param totals from the sum of the lines on, without the last
 * @param payment what the customer needs to pay; null when he owes nothing
 */
record InvoiceSheet(
        Words words,
        Paper paper,
        String title,
        boolean draft,
        List<Fact> facts,
        @Nullable String introduction,
        String currency,
        boolean discounted,
        List<Line> lines,
        List<Fact> totals,
        Fact total,
        List<Tax> taxes,
        List<String> remarks,
        @Nullable PaymentSlip payment)
        implements Sheet {

    /** @param carry the sum up to this line, which is carried over where a page ends with it */
    record Line(
            int position,
            List<String> text,
            String quantity,
            String price,
            String discount,
            String tax,
            String amount,
            String carry) {}

    record Tax(String rate, String net, String tax) {}
}
