package com.company.erp.user.passkey;

import com.company.erp.kernel.Id;
import java.util.UUID;

public record PasskeyId(UUID value) implements Id {

    public static PasskeyId valueOf(String text) {
        return new PasskeyId(Id.parse(text));
    }
}
