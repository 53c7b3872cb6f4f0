package com.company.erp.kernel;

import java.util.UUID;

/** Identifies a person or machine that signs in. */
public record UserId(UUID value) implements Id {

    public static UserId valueOf(String text) {
        return new UserId(Id.parse(text));
    }
}
