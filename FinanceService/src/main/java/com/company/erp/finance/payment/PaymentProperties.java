package com.company.erp.finance.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on payments.
 *
 * @param writeOffLimit how much of one document may be written off without the permission payment.write_off_any, in the
 *     company's base currency
 */
@Validated
@ConfigurationProperties("erp.payment")
record PaymentProperties(@NotNull @PositiveOrZero BigDecimal writeOffLimit) {}
