package com.company.erp.kernel;

import java.util.UUID;

/** Identifies a company, the legal entity whose books are kept. */
public record CompanyId(UUID value) implements Id {

    public static CompanyId valueOf(String text) {
        return new CompanyId(Id.parse(text));
    }
}
