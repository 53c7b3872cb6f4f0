package com.company.erp.masterdata.terms;

import com.company.erp.kernel.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A discount for who pays early: so many percent of the gross amount until so many days after the invoice. */
public record EarlyPayment(BigDecimal percent, int days) {

    public EarlyPayment {
        if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) >= 0 || percent.scale() > 4) {
            String message = "A discount is more than 0 and less than 100 percent, with at most 4 decimals.";
            throw new InvalidInput("discount.percent", "payment_terms.discount", message);
        }
        if (days < 0 || days > 365) {
            throw new InvalidInput("discount.days", "payment_terms.discount", "A discount runs for 0 to 365 days.");
        }
    }

    /** The last day on which a payment may still deduct the discount. */
    public LocalDate until(LocalDate issueDate) {
        return issueDate.plusDays(days);
    }
}
