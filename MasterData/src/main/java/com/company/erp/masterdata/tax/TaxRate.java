package com.company.erp.masterdata.tax;

import java.math.BigDecimal;

/** What a tax code means on one day; {@code percent} is 0 for the kinds that charge nothing. */
public record TaxRate(TaxCodeId id, String code, String name, TaxKind kind, BigDecimal percent, boolean active) {}
