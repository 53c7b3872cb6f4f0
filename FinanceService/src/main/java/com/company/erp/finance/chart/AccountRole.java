package com.company.erp.finance.chart;

/** A special part that an account plays. Control accounts are posted to by their sub-ledger alone. */
public enum AccountRole {
    RECEIVABLE,
    PAYABLE,
    BANK,
    CASH,
    TAX,
    STOCK,
    CONTROL;

    public boolean isControl() {
        return this == RECEIVABLE || this == PAYABLE || this == STOCK || this == CONTROL;
    }
}
