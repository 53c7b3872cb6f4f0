package com.company.erp.masterdata.currency;

import java.util.Currency;

/** An active currency of ISO 4217; {@code minorUnits} is the number of decimals of its amounts. */
public record CurrencyView(Currency code, String name, int minorUnits) {}
