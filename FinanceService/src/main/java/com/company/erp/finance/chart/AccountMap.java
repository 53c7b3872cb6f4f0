package com.company.erp.finance.chart;

import com.company.erp.kernel.RuleViolation;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which account a posting uses, looked up once per posting. A more particular rule wins over the plain default. */
public final class AccountMap {

    private final Map<Rule, AccountId> rules;

    record Rule(DefaultAccount key, @Nullable UUID subject) {}

    AccountMap(Map<Rule, AccountId> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** @throws RuleViolation account_default.missing */
    public AccountId of(DefaultAccount key) {
        return of(key, null);
    }

    /** The account for the tax due on sales under a tax code. */
    public AccountId outputTax(UUID taxCode) {
        return of(DefaultAccount.OUTPUT_TAX, taxCode);
    }

    /** The account for sales of a product category, or of no category. */
    public AccountId revenue(@Nullable UUID category) {
        return of(DefaultAccount.REVENUE, category);
    }

    private AccountId of(DefaultAccount key, @Nullable UUID subject) {
        AccountId account = rules.get(new Rule(key, subject));
        if (account == null) account = rules.get(new Rule(key, null));
        if (account != null) return account;
        throw new RuleViolation("account_default.missing", "Say first which account is used for " + key + ".");
    }
}
