package com.company.erp.finance.invoicing;

import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.calculation.TaxRounding;
import com.company.erp.finance.drafting.InvoiceType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A line of an issued invoice as one row of a file. Rows that follow each other with the same number are one invoice,
 * whose first row holds what belongs to the whole. Customers, products, tax codes and accounts are named by code.
 *
 * @param externalNumber the number that the other system gave the invoice; it is kept as external reference
 * @param dueDate by the customer's terms when absent
 */
record InvoiceImportRow(
        @NotBlank @Size(max = 100) String externalNumber,
        @NotBlank @Size(max = 40) String customer,
        @Nullable InvoiceType type,
        @NotNull LocalDate issueDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate supplyDate,
        @Nullable Currency currency,
        @Nullable PriceMode priceMode,
        @Nullable TaxRounding taxRounding,
        @Nullable @Size(max = 100) String customerReference,
        @Nullable @Size(max = 4000) String notes,
        @Nullable @Size(max = 40) String product,
        @Nullable @Size(max = 500) String text,
        @NotNull @Digits(integer = 9, fraction = 6) BigDecimal quantity,
        @Nullable @Size(max = 20) String unit,

        @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal unitPrice,

        @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4) BigDecimal discountPercent,

        @Nullable @Size(max = 40) String taxCode,
        @Nullable @Size(max = 20) String account) {

    /** Whether the row can be a line of the invoice that the first row begins. */
    boolean continues(InvoiceImportRow first) {
        return customer.equals(first.customer) && issueDate.equals(first.issueDate);
    }
}
