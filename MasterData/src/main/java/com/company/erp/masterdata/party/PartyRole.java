package com.company.erp.masterdata.party;

/** What a party is to the company; it may be both. */
public enum PartyRole {
    CUSTOMER,
    SUPPLIER
}
