package com.company.erp.masterdata.terms;

/** Payment terms as one line of a list. */
public record PaymentTermsLine(PaymentTermsId id, String code, String name, boolean active) {}
