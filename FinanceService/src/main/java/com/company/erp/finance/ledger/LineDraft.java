package com.company.erp.finance.ledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry to be posted.
 *
 * @param amount in the currency of the document; positive is debit, negative is credit
 * @param base the same in the company's base currency, which is what balances
 * @param party the customer or supplier, on a control account
 */
public record LineDraft(
        AccountId account,
        Money amount,
        Money base,
        @Nullable UUID party,
        @Nullable TaxMark tax,
        @Nullable String text) {

    /** A line in the base currency alone, without party or tax. */
    public static LineDraft of(AccountId account, Money base) {
        return new LineDraft(account, base, base, null, null, null);
    }

    LineDraft reversed() {
        return new LineDraft(account, amount.negate(), base.negate(), party, tax, text);
    }
}
