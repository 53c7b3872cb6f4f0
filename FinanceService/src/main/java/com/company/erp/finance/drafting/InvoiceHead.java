package com.company.erp.finance.drafting;

import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.calculation.TaxRounding;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a document says beside its lines, complete with the defaults of customer and company.
 *
 * @param supplyDate when goods or services were supplied, which decides the tax rate; set on issue when null
 */
@Embeddable
public record InvoiceHead(
        @Enumerated(EnumType.STRING) InvoiceType type,
        @Column(name = "customer_id") UUID customer,
        String customerName,
        Currency currency,

        @Enumerated(EnumType.STRING) @Column(name = "price_mode")
        PriceMode prices,

        @Enumerated(EnumType.STRING) @Column(name = "tax_rounding")
        TaxRounding rounding,

        @Column(name = "payment_terms_id") @Nullable UUID terms,
        @Nullable LocalDate supplyDate,
        @Nullable String customerReference,
        @Nullable String externalReference,
        @Nullable String notes) {

    public InvoiceHead suppliedOn(LocalDate date) {
        return new InvoiceHead(
                type,
                customer,
                customerName,
                currency,
                prices,
                rounding,
                terms,
                date,
                customerReference,
                externalReference,
                notes);
    }

    /** The head of a credit note that corrects a document with this one. */
    public InvoiceHead credited(String reason) {
        return new InvoiceHead(
                InvoiceType.CREDIT_NOTE,
                customer,
                customerName,
                currency,
                prices,
                rounding,
                null,
                supplyDate,
                customerReference,
                null,
                reason);
    }
}
