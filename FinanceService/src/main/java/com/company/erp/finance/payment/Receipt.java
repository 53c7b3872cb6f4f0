package com.company.erp.finance.payment;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money received from a customer.
 *
 * @param amount what the customer paid, in the currency of what it settles
 * @param fee what the bank kept of it, in the same currency; a fee never corrects tax
 * @param bankAmount what arrived in base currency for a foreign amount, where it is known better than by the day's rate
 * @param account the bank or cash account; the company's default when absent
 * @param shares what it settles; may be empty with {@code oldestFirst} or {@code restAsCredit}
 * @param oldestFirst settle what is due longest with whatever the shares leave
 * @param restAsCredit keep what settles nothing as the customer's credit; without it a rest is refused
 */
public record Receipt(
        @NotNull PartyId customer,
        @NotNull LocalDate date,
        @NotNull Money amount,
        @Nullable Money fee,
        @Nullable Money bankAmount,
        @Nullable AccountId account,
        @Nullable @Size(max = 200) String reference,
        @Nullable @Size(max = 500) List<@NotNull @Valid Share> shares,
        @Nullable Boolean oldestFirst,
        @Nullable Boolean restAsCredit) {}
