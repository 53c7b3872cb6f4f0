package com.company.erp.user.delegation;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** The id of a delegation. */
public record DelegationId(UUID value) implements Id {

    public static DelegationId valueOf(String text) {
        return new DelegationId(Id.parse(text));
    }
}
