package com.company.erp.finance.ledger;

import java.util.UUID;

/** Says which tax code a line belongs to, and whether it is the tax itself or what the tax is counted on. */
public record TaxMark(UUID taxCode, TaxRole role) {

    /** The two parts of a taxed amount. */
    public enum TaxRole {
        BASE,
        TAX
    }
}
