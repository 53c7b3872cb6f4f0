package com.company.erp.finance.payment;

import com.company.erp.kernel.Money;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a payment goes to which document.
 *
 * @param document the invoice, credit note or other document with open items
 * @param amount what of the payment settles it
 * @param discount early-payment discount taken beside the amount, as the document's terms grant it
 */
public record Share(
        @NotNull UUID document,
        @NotNull Money amount,
        @Nullable Money discount) {

    Money total() {
        return discount == null ? amount : amount.plus(discount);
    }
}
