package com.company.erp.finance.chart;

/** What a posting needs an account for, when nothing more particular is said. */
public enum DefaultAccount {
    RECEIVABLE,
    PAYABLE,
    BANK,
    CASH,
    REVENUE,
    EXPENSE,
    OUTPUT_TAX,
    INPUT_TAX,
    /** Cents that a rounding left over. */
    ROUNDING,
    EXCHANGE_GAIN,
    EXCHANGE_LOSS,
    /** Cents that remain when a document's lines are translated one by one. */
    TRANSLATION_DIFFERENCE,
    SALES_DISCOUNT,
    PURCHASE_DISCOUNT,
    BAD_DEBT,
    BANK_FEE,
    RETAINED_EARNINGS,
    OPENING_BALANCE,
    SUSPENSE
}
