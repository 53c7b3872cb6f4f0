package com.company.erp.masterdata.terms;

import com.company.erp.platform.web.Versioned;

/** Payment terms as they are now. */
public record PaymentTermsView(
        PaymentTermsId id, String code, String name, PaymentTerms terms, boolean active, int version)
        implements Versioned {

    static PaymentTermsView of(NamedTerms named) {
        return new PaymentTermsView(
                named.id(), named.code(), named.name(), named.terms(), named.active(), named.version());
    }
}
