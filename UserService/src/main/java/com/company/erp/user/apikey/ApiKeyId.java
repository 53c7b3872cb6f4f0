package com.company.erp.user.apikey;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** The id of an API key, and of the machine that comes with it. */
public record ApiKeyId(UUID value) implements Id {

    public static ApiKeyId valueOf(String text) {
        return new ApiKeyId(Id.parse(text));
    }
}
