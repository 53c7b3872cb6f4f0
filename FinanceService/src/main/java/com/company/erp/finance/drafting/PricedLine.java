package com.company.erp.finance.drafting;

import com.company.erp.finance.calculation.DocumentCalculation;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a draft, complete with the defaults of its product.
 *
 * @param taxPercent what the seller charges; zero for a reverse charge
 * @param account the revenue account
 */
public record PricedLine(
        @Nullable UUID product,
        String text,
        BigDecimal quantity,
        @Nullable String unit,
        BigDecimal unitPrice,
        BigDecimal discountPercent,
        UUID taxCode,
        BigDecimal taxPercent,
        UUID account) {

    public PricedLine withQuantity(BigDecimal other) {
        return new PricedLine(product, text, other, unit, unitPrice, discountPercent, taxCode, taxPercent, account);
    }

    public DocumentCalculation.Line forCalculation() {
        return new DocumentCalculation.Line(quantity, unitPrice, discountPercent, taxCode, taxPercent);
    }
}
