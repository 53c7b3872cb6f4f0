package com.company.erp.user.rule;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** The id of a record rule. */
public record RecordRuleId(UUID value) implements Id {

    public static RecordRuleId valueOf(String text) {
        return new RecordRuleId(Id.parse(text));
    }
}
