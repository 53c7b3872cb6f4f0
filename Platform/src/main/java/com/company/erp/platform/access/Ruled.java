package com.company.erp.platform.access;

/** By what a company may limit a permission. */
public enum Ruled {
    /** To records that the actor made himself. */
    OWN,
    /** Up to an amount in base currency. */
    AMOUNT
}
