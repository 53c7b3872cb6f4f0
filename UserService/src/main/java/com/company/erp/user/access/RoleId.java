package com.company.erp.user.access;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies a role that a company made for itself. */
public record RoleId(UUID value) implements Id {

    public static RoleId valueOf(String text) {
        return new RoleId(Id.parse(text));
    }
}
