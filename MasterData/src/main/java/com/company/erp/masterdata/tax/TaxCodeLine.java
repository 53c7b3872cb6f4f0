package com.company.erp.masterdata.tax;

/** A tax code as one line of a list. */
public record TaxCodeLine(TaxCodeId id, String code, String name, TaxKind kind, boolean active) {}
