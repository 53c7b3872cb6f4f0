package com.company.erp.user.member;

import com.company.erp.kernel.UserId;
import com.company.erp.user.access.Duties;
import com.company.erp.user.access.Grants;
import com.company.erp.user.access.Role;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Members whom an identity provider speaks for: they join by signing in, and their roles follow what it says. */
@Component
public class ProvidedMembers {

    private final Memberships memberships;
    private final Administrators administrators;
    private final Grants grants;
    private final Duties duties;

    ProvidedMembers(Memberships memberships, Administrators administrators, Grants grants, Duties duties) {
        this.memberships = memberships;
        this.administrators = administrators;
        this.grants = grants;
        this.duties = duties;
    }

    /** What somebody is to the company. */
    public enum Standing {
        STRANGER,
        MEMBER,
        DEACTIVATED
    }

    public Standing standing(UserId user) {
        return memberships
                .findById(user.value())
                .map(membership -> membership.isActive() ? Standing.MEMBER : Standing.DEACTIVATED)
                .orElse(Standing.STRANGER);
    }

    /** @throws com.company.erp.kernel.RuleViolation duty.conflict */
    public void join(UserId user, Set<String> roles) {
        duties.requireApart(user, grants.of(roles));
        memberships.saveAndFlush(new Membership(user, roles));
    }

    /**
     * Gives a member the roles instead of all he had; the company's last administrator stays one.
     *
     * @throws com.company.erp.kernel.RuleViolation duty.conflict
     */
    public void follow(UserId user, Set<String> roles) {
        var membership = memberships.get(user);
        var wanted = new HashSet<>(roles);
        boolean leavesOffice = membership.roles().contains(Role.ADMIN.name()) && !roles.contains(Role.ADMIN.name());
        if (leavesOffice && administrators.isLast(membership)) wanted.add(Role.ADMIN.name());
        if (wanted.equals(membership.roles())) return;
        duties.requireApart(user, grants.of(wanted));
        membership.take(wanted);
        memberships.saveAndFlush(membership);
    }
}
