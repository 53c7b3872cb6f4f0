package com.company.erp.masterdata.tax;

/** What a tax code means for the tax authority; two codes of rate zero may be of different kinds. */
public enum TaxKind {
    STANDARD,
    REDUCED,
    /** Taxable at zero percent; the seller still deducts input tax. */
    ZERO,
    /** Free of tax by law. */
    EXEMPT,
    /** The buyer owes the tax: the seller charges none, the buyer books both legs at the code's rate. */
    REVERSE_CHARGE,
    /** No supply for this tax at all; absent from the tax return. */
    OUT_OF_SCOPE;

    /** Whether the rate is a percentage above zero; the other kinds charge nothing. */
    public boolean hasRate() {
        return this == STANDARD || this == REDUCED || this == REVERSE_CHARGE;
    }

    /** Whether the seller adds the tax to the price. */
    public boolean isChargedBySeller() {
        return this == STANDARD || this == REDUCED;
    }
}
