package com.company.erp.user.session;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** The id of a session, from its beginning to its end: all tokens of its family carry it. */
public record SessionId(UUID value) implements Id {

    public static SessionId valueOf(String text) {
        return new SessionId(Id.parse(text));
    }
}
