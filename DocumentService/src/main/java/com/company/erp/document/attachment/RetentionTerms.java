package com.company.erp.document.attachment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The terms of keeping, in years that begin with the end of the calendar year, as commercial law counts them.
 *
 * @param letterYears for business letters
 * @param voucherYears for vouchers
 */
@Validated
@ConfigurationProperties("erp.storage")
record RetentionTerms(
        @Min(0) @Max(100) int letterYears, @Min(0) @Max(100) int voucherYears) {

    /** The last day on which what dates from a day must be kept; null when it need not be. */
    @Nullable LocalDate until(Retention retention, LocalDate from) {
        return switch (retention) {
            case NONE -> null;
            case LETTER -> LocalDate.of(from.getYear() + letterYears, 12, 31);
            case VOUCHER -> LocalDate.of(from.getYear() + voucherYears, 12, 31);
        };
    }
}
