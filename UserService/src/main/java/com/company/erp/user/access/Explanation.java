package com.company.erp.user.access;

import com.company.erp.kernel.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a user may or may not do a thing.
 *
 * @param member whether he is an active member of the company; nobody else may do anything
 * @param because those of his roles that grant the permission
 * @param grantedBy all roles that grant it
 * @param apartFrom what he must not have done on a record on which he does this
 * @param lentBy in whose place he may do it at present, whatever he may do himself
 * @param limitedTo how far it reaches, where each of his roles that grant it limits it
 */
public record Explanation(
        UserId user,
        String permission,
        boolean allowed,
        boolean member,
        List<String> because,
        List<String> grantedBy,
        List<String> apartFrom,
        List<Lender> lentBy,
        List<Limit> limitedTo) {

    /** Somebody absent in whose place the user may do it, and until when. */
    public record Lender(UserId absent, LocalDate until) {}

    /** How far the permission reaches by one of the roles: to the own records, or up to an amount in base currency. */
    public record Limit(
            String role, boolean ownOnly, @Nullable BigDecimal amountMax) {}
}
