package com.company.erp.platform.tenancy;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a permission reaches.
 *
 * @param ownOnly whether to records alone that the actor made himself
 * @param amountMax up to which amount in base currency; any when absent
 */
public record Reach(boolean ownOnly, @Nullable BigDecimal amountMax) {

    boolean covers(boolean isOwn, @Nullable BigDecimal amount) {
        if (ownOnly && !isOwn) return false;
        return amountMax == null || amount == null || amount.abs().compareTo(amountMax) <= 0;
    }

    static boolean isOwn(@Nullable UUID madeBy) {
        if (madeBy == null) return false;
        var actor = Scope.actor();
        return madeBy.equals(actor.user().value())
                || madeBy.equals(actor.person().id().value());
    }
}
