package com.company.erp.user.access;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.access.Ruled;
import com.company.erp.platform.tenancy.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What roles grant in this company, and the rule that nobody hands out, or decides over, more than he has himself. */
@Component
public class Grants {

    private final Permissions permissions;
    private final OwnRoles ownRoles;

    Grants(Permissions permissions, OwnRoles ownRoles) {
        this.permissions = permissions;
        this.ownRoles = ownRoles;
    }

    /** All that the roles grant together, those of the house and the company's own. */
    public Set<String> of(Set<String> roles) {
        var granted = new HashSet<>(permissions.of(roles));
        for (OwnRole role : ownRoles.findByNameIn(roles)) granted.addAll(role.permissions());
        return granted;
    }

    /** @throws InvalidInput role.unknown */
    public void requireKnown(Set<String> roles) {
        Set<String> known = Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toSet());
        ownRoles.findByNameIn(roles).forEach(role -> known.add(role.name()));
        for (String role : roles) {
            if (!known.contains(role)) {
                throw new InvalidInput("roles", "role.unknown", "There is no role " + role + ".");
            }
        }
    }

    /**
     * That there are such permissions, and that the actor has them himself.
     *
     * @throws InvalidInput permission.unknown
     * @throws Forbidden access.beyond_own
     */
    public void requireGrantable(Collection<String> wanted) {
        for (String permission : wanted) requirePermission("permissions", permission);
        requireOwn(wanted);
    }

    /** @throws InvalidInput permission.unknown */
    public void requirePermission(String field, String permission) {
        if (permissions.all().contains(permission)) return;
        throw new InvalidInput(field, "permission.unknown", "There is no permission " + permission + ".");
    }

    /** By what the company may limit the permission. */
    public Set<Ruled> ruledBy(String permission) {
        return permissions.ruledBy(permission);
    }

    /** @throws Forbidden access.beyond_own */
    public void requireOwn(Collection<String> wanted) {
        if (Scope.actor().system() || Scope.permissions().containsAll(wanted)) return;
        throw new Forbidden("access.beyond_own", "Nobody decides over permissions that he does not have himself.");
    }
}
