package com.company.erp.finance.fiscal;

/** Who may post into a period: everybody, those who may override with a reason, or nobody. */
public enum PeriodState {
    OPEN,
    SOFT_LOCKED,
    LOCKED
}
