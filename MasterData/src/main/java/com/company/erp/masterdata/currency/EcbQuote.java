package com.company.erp.masterdata.currency;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A reference rate as the European Central Bank publishes it: one euro was so many units of the currency. */
record EcbQuote(LocalDate date, String currency, BigDecimal perEuro) {}
