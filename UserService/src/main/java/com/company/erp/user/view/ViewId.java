package com.company.erp.user.view;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** The id of a saved view. */
public record ViewId(UUID value) implements Id {

    public static ViewId valueOf(String text) {
        return new ViewId(Id.parse(text));
    }
}
