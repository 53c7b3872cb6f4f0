package com.company.erp.finance.ledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry written by hand, in the base currency.
 *
 * @param reason why it is made; an auditor will ask
 * @param reverseOn the date on which it takes itself back, for accruals
 */
public record ManualEntry(
        @NotNull LocalDate date,
        @NotBlank @Size(max = 200) String text,
        @NotBlank @Size(max = 500) String reason,
        @Nullable LocalDate reverseOn,
        @NotNull @Size(min = 2, max = 1000) List<@NotNull @Valid ManualLine> lines) {

    /** One line: either a debit or a credit, more than zero. */
    public record ManualLine(
            @NotNull AccountId account,
            @Nullable Money debit,
            @Nullable Money credit,
            @Nullable UUID taxCode,
            TaxMark.@Nullable TaxRole taxRole,
            @Nullable @Size(max = 200) String text) {

        private LineDraft draft(String field, Currency currency) {
            var amount = debit != null ? debit : credit;
            if (amount == null || debit != null && credit != null || !amount.isPositive()) {
                throw new InvalidInput(field, "entry.line_amount", "A line has a debit or a credit, more than zero.");
            }
            if (!amount.currency().equals(currency)) {
                throw new InvalidInput(field, "entry.line_amount", "Entries by hand are in " + currency + ".");
            }
            if ((taxCode == null) != (taxRole == null)) {
                throw new InvalidInput(
                        field, "entry.tax_mark", "A tax code comes with its role, and a role with a code.");
            }
            var signed = debit != null ? amount : amount.negate();
            var tax = taxCode == null || taxRole == null ? null : new TaxMark(taxCode, taxRole);
            return new LineDraft(account, signed, signed, null, tax, text);
        }
    }

    /** @throws InvalidInput entry.line_amount, entry.tax_mark */
    List<LineDraft> drafts(Currency currency) {
        return drafts(lines, currency);
    }

    /**
     * Lines written by hand, in the base currency, as they are posted.
     *
     * @throws InvalidInput entry.line_amount, entry.tax_mark
     */
    public static List<LineDraft> drafts(List<ManualLine> lines, Currency currency) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).draft("lines[" + i + "]", currency))
                .toList();
    }
}
