package com.company.erp.user.rule;

import com.company.erp.platform.web.Versioned;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far one permission of one role reaches.
 *
 * @param ownOnly whether to records alone that the user made himself
 * @param amountMax up to which amount in base currency; any when absent
 */
public record RecordRuleView(
        RecordRuleId id,
        int version,
        String role,
        String permission,
        boolean ownOnly,
        @Nullable BigDecimal amountMax) implements Versioned {}
