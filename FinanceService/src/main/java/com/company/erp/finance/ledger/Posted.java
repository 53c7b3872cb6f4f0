package com.company.erp.finance.ledger;

/** A posted entry: its number is final, without gaps in its series. */
public record Posted(EntryId entry, String number) {}
