package com.company.erp.user.duty;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** The id of a pair of duties. */
public record DutyPairId(UUID value) implements Id {

    public static DutyPairId valueOf(String text) {
        return new DutyPairId(Id.parse(text));
    }
}
