package com.company.erp.finance.calculation;

/** What the unit prices of a document mean. */
public enum PriceMode {
    /** Without tax; the tax is added. */
    NET,
    /** Including tax, as in a shop; what the customer pays is the price, and the tax is found inside it. */
    GROSS
}
