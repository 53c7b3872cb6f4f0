package com.company.erp.masterdata.terms;

import java.math.BigDecimal;

/** A share of an invoice in percent, and when it falls due. */
public record Share(BigDecimal percent, DueRule due) {}
