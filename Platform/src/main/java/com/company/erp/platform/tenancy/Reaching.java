package com.company.erp.platform.tenancy;

import com.company.erp.kernel.Forbidden;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks, where a record is at hand, whether the permission by which the actor entered reaches to it. Where several roles
 * grant it, one that reaches far enough suffices.
 */
public final class Reaching {

    private Reaching() {}

    /** Whom a list shows the records of; nobody in particular when the permission reaches to all. */
    public static @Nullable UUID onlyMadeBy(String permission) {
        List<Reach> reaches = Scope.reaches(permission);
        boolean ownOnly = !reaches.isEmpty() && reaches.stream().allMatch(Reach::ownOnly);
        return ownOnly ? Scope.actor().user().value() : null;
    }

    /** Whose a record is that is made now; nobody's when nobody acts. */
    public static @Nullable UUID maker() {
        var actor = Scope.actorIfAny();
        return actor == null ? null : actor.user().value();
    }

    /** Whether the permission reaches to a record of whoever made it. */
    public static boolean isWithin(@Nullable UUID madeBy) {
        return isWithin(madeBy, null);
    }

    private static boolean isWithin(@Nullable UUID madeBy, @Nullable BigDecimal amount) {
        String permission = Scope.permission();
        List<Reach> reaches = permission == null ? List.of() : Scope.reaches(permission);
        return reaches.isEmpty() || reaches.stream().anyMatch(reach -> reach.covers(Reach.isOwn(madeBy), amount));
    }

    /** @throws Forbidden record_rule.own */
    public static void requireOwn(@Nullable UUID madeBy) {
        if (isWithin(madeBy)) return;
        throw new Forbidden("record_rule.own", "Your permission " + Scope.permission() + " is for your own records.");
    }

    /**
     * @param amount in base currency
     * @throws Forbidden record_rule.own, record_rule.amount
     */
    public static void require(@Nullable UUID madeBy, BigDecimal amount) {
        requireOwn(madeBy);
        if (isWithin(madeBy, amount)) return;
        throw new Forbidden(
                "record_rule.amount",
                "Your permission " + Scope.permission() + " does not reach to an amount of " + amount.toPlainString()
                        + ".");
    }
}
