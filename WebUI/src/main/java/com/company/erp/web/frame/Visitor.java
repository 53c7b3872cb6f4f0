package com.company.erp.web.frame;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.Users.CompanyOfUser;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sits at the browser, as the session remembers it. It proves nothing by itself: every transaction asks anew
 * whether
 * the signing-in still holds and what it allows.
 *
 * @param session the signing-in, which ends on all devices when it is revoked
 * @param company the company that is worked in; absent for a user who belongs to none
 * @param timeZone where the company's days begin
 */
public record Visitor(
        UserId user,
        UUID session,
        String username,
        String name,
        boolean mustChangePassword,
        @Nullable CompanyOfUser company,
        List<CompanyOfUser> companies,
        List<String> permissions,
        String timeZone) {

    public Actor actor() {
        return Actor.user(user, company == null ? Scope.NO_COMPANY : company.id(), username, session);
    }
}
