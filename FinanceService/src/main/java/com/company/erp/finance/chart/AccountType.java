package com.company.erp.finance.chart;

/** What an account is in the balance sheet or the income statement. */
public enum AccountType {
    ASSET,
    LIABILITY,
    EQUITY,
    INCOME,
    EXPENSE;

    /** Whether a debit increases what the account stands for. */
    public boolean debitIncreases() {
        return this == ASSET || this == EXPENSE;
    }

    /** Whether the account belongs to the balance sheet, and so carries its balance into the next year. */
    public boolean inBalanceSheet() {
        return this == ASSET || this == LIABILITY || this == EQUITY;
    }
}
