package com.company.erp.finance.ledger;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The upkeep of balances.
 *
 * @param rollUpEvery pause between two rounds of collapsing deltas into days and months
 */
@Validated
@ConfigurationProperties("erp.ledger")
record LedgerProperties(@NotNull @DurationMin(millis = 1) Duration rollUpEvery) {}
