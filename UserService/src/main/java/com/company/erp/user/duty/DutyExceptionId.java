package com.company.erp.user.duty;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** The id of an exception from a pair of duties. */
public record DutyExceptionId(UUID value) implements Id {

    public static DutyExceptionId valueOf(String text) {
        return new DutyExceptionId(Id.parse(text));
    }
}
