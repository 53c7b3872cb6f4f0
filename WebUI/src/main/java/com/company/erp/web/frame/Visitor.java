package com.company.erp.web.frame;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.Users.CompanyOfUser;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

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
        boolean mustAddSecondFactor,
        @Nullable CompanyOfUser company,
        List<CompanyOfUser> companies,
        List<String> permissions,
        String timeZone) {

    /** What the visitor of this request may do: as the doors have found this time, else as it was at signing in. */
    static Set<String> permissionsNow() {
        if (!Scope.permissions().isEmpty()) return Scope.permissions();
        Visitor visitor = current();
        return visitor == null ? Set.of() : Set.copyOf(visitor.permissions());
    }

    static @Nullable Visitor current() {
        var proof = SecurityContextHolder.getContext().getAuthentication();
        return proof != null && proof.getPrincipal() instanceof Visitor visitor ? visitor : null;
    }

    public Actor actor() {
        return Actor.user(user, company == null ? Scope.NO_COMPANY : company.id(), username, session);
    }
}
