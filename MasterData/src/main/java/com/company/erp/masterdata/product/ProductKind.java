package com.company.erp.masterdata.product;

/** Whether a product can lie in a warehouse. */
public enum ProductKind {
    GOODS,
    SERVICE
}
