package com.company.erp.finance.drafting;

import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.calculation.TaxRounding;
import com.company.erp.finance.chart.AccountId;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.product.ProductId;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.terms.PaymentTermsId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an invoice when it is drafted or changed; what is left out comes from customer, product and
 * company.
 *
 * @param type an invoice when absent
 * @param currency the customer's when absent, else the company's
 * @param priceMode NET when absent
 * @param taxRounding PER_DOCUMENT when absent
 * @param paymentTerms the customer's when absent, else 30 days net
 * @param supplyDate decides the tax rate; the day of issue when absent
 * @param externalReference the number that another system gave the document
 */
public record DraftInvoice(
        @Nullable InvoiceType type,
        @NotNull PartyId customer,
        @Nullable Currency currency,
        @Nullable PriceMode priceMode,
        @Nullable TaxRounding taxRounding,
        @Nullable PaymentTermsId paymentTerms,
        @Nullable LocalDate supplyDate,
        @Nullable @Size(max = 100) String customerReference,
        @Nullable @Size(max = 100) String externalReference,
        @Nullable @Size(max = 4000) String notes,
        @NotNull @Size(max = 1000) List<@NotNull @Valid DraftLine> lines) {

    /**
     * One line, of a product or with a text of its own.
     *
     * @param text the product's name when absent
     * @param quantity not zero; below zero for a deduction
     * @param unit in which it is counted, such as h; the product's when absent
     * @param unitPrice the product's when absent
     * @param taxCode the product's when absent
     * @param account the revenue account; by product category when absent
     */
    public record DraftLine(
            @Nullable ProductId product,
            @Nullable @Size(min = 1, max = 500) String text,
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal quantity,
            @Nullable @Size(max = 20) String unit,

            @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal unitPrice,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4) BigDecimal discountPercent,

            @Nullable TaxCodeId taxCode,
            @Nullable AccountId account) {}

    InvoiceType typeOrUsual() {
        return type == null ? InvoiceType.INVOICE : type;
    }

    PriceMode priceModeOrUsual() {
        return priceMode == null ? PriceMode.NET : priceMode;
    }

    TaxRounding taxRoundingOrUsual() {
        return taxRounding == null ? TaxRounding.PER_DOCUMENT : taxRounding;
    }
}
