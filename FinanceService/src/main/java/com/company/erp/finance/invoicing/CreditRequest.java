package com.company.erp.finance.invoicing;

import com.company.erp.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a credit note takes back: quantities of lines, or a gross amount, or all that is left when neither is given.
 *
 * @param reason what the customer reads on it
 */
public record CreditRequest(
        @NotNull LocalDate on,
        @NotBlank @Size(max = 500) String reason,
        @Nullable @Size(min = 1, max = 1000) List<@NotNull @Valid LineQuantity> lines,
        @Nullable Money amount) {

    /** So much of the line with this id. */
    public record LineQuantity(
            @NotNull UUID line,
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal quantity) {}
}
