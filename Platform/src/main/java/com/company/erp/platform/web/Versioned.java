package com.company.erp.platform.web;

/** A view of a record that carries its version; every answer with one has an ETag. */
public interface Versioned {

    int version();
}
