package com.company.erp.user.access;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The roles of the actor's company: those that come with the house, and those it made for itself. */
@Door
public class RoleAdministration {

    private final OwnRoles roles;
    private final Permissions permissions;
    private final Grants grants;
    private final Duties duties;
    private final JdbcClient jdbc;

    RoleAdministration(OwnRoles roles, Permissions permissions, Grants grants, Duties duties, JdbcClient jdbc) {
        this.roles = roles;
        this.permissions = permissions;
        this.grants = grants;
        this.duties = duties;
        this.jdbc = jdbc;
    }

    /** All permissions there are. */
    @Needs("role.read")
    @Transactional(readOnly = true)
    public List<String> permissions() {
        return List.copyOf(permissions.all());
    }

    /** The roles of the house, then the company's own by name. */
    @Needs("role.read")
    @Transactional(readOnly = true)
    public List<RoleView> list() {
        var all = new ArrayList<RoleView>();
        for (Role role : Role.values()) {
            List<String> granted =
                    permissions.of(Set.of(role.name())).stream().sorted().toList();
            all.add(new RoleView(null, 0, role.name(), granted));
        }
        roles.findAllByOrderByName().forEach(role -> all.add(role.view()));
        return all;
    }

    /**
     * Says why a user of the company may or may not do a thing. A transaction asks the same of him.
     *
     * @throws NotFound user.unknown
     * @throws InvalidInput permission.unknown
     */
    @Needs("role.read")
    @Refuses({"user.unknown", "permission.unknown"})
    @Transactional(readOnly = true)
    public Explanation explain(UserId user, String permission) {
        grants.requirePermission("permission", permission);
        Held held = jdbc.sql("SELECT roles, active FROM memberships WHERE company_id = :company AND id = :user")
                .param("company", Scope.company().value())
                .param("user", user.value())
                .query((row, index) ->
                        new Held(List.of((String[]) row.getArray("roles").getArray()), row.getBoolean("active")))
                .optional()
                .orElseThrow(() -> new NotFound("user.unknown", "Nobody of this company has that id."));
        List<String> granting = list().stream()
                .filter(role -> role.permissions().contains(permission))
                .map(RoleView::name)
                .toList();
        List<String> because = granting.stream().filter(held.roles::contains).toList();
        return new Explanation(
                user,
                permission,
                held.active && !because.isEmpty(),
                held.active,
                because,
                granting,
                apartFrom(permission, user),
                lentBy(permission, user),
                limitedTo(permission, because));
    }

    private record Held(List<String> roles, boolean active) {}

    private List<Explanation.Limit> limitedTo(String permission, List<String> because) {
        List<Explanation.Limit> limits = because.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                SELECT role, own_only, amount_max FROM record_rules
                                WHERE company_id = :company AND permission = :permission AND role IN (:roles) ORDER BY role""")
                        .param("company", Scope.company().value())
                        .param("permission", permission)
                        .param("roles", because)
                        .query(Explanation.Limit.class)
                        .list();
        return limits.size() < because.size() ? List.of() : limits;
    }

    private List<String> apartFrom(String permission, UserId user) {
        return duties.apartFor(user).stream()
                .filter(pair -> pair.holds(permission))
                .map(pair -> pair.first().equals(permission) ? pair.second() : pair.first())
                .toList();
    }

    private List<Explanation.Lender> lentBy(String permission, UserId user) {
        if (!Lending.isLent(permission)) return List.of();
        return jdbc
                .sql("""
                        SELECT d.absent_id, d.ends_on, m.roles
                        FROM delegations d JOIN memberships m ON m.company_id = d.company_id AND m.id = d.absent_id
                        WHERE d.company_id = :company AND d.stand_in_id = :user AND d.revoked_at IS NULL AND m.active
                          AND company_today(d.company_id) BETWEEN d.starts_on AND d.ends_on
                        ORDER BY d.id""")
                .param("company", Scope.company().value())
                .param("user", user.value())
                .query((row, index) -> {
                    Set<String> roles = Set.of((String[]) row.getArray("roles").getArray());
                    return grants.of(roles).contains(permission)
                            ? new Explanation.Lender(
                                    new UserId(row.getObject("absent_id", UUID.class)),
                                    row.getObject("ends_on", LocalDate.class))
                            : null;
                })
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** @throws NotFound role.unknown */
    @Needs("role.read")
    @Refuses("role.unknown")
    @Transactional(readOnly = true)
    public RoleView read(RoleId id) {
        return roles.get(id).view();
    }

    /**
     * Makes a role that grants no more than the actor has.
     *
     * @throws RuleViolation role.taken, when a role of the company or the house has the name; duty.conflict
     * @throws InvalidInput permission.unknown
     * @throws Forbidden access.beyond_own
     */
    @Needs(value = "role.create", freshly = true)
    @Refuses({"role.taken", "permission.unknown", "access.beyond_own", "duty.conflict"})
    public RoleView create(String name, Set<String> granted) {
        String plain = name.strip();
        boolean taken =
                Arrays.stream(Role.values()).anyMatch(role -> role.name().equalsIgnoreCase(plain))
                        || !roles.findByNameIn(Set.of(plain)).isEmpty();
        if (taken) throw new RuleViolation("role.taken", "There is a role " + plain + " already.");
        grants.requireGrantable(granted);
        duties.requireApart(null, granted);
        return roles.saveAndFlush(new OwnRole(plain, granted)).view();
    }

    /**
     * Changes what a role grants, for all who hold it, from their next request on.
     *
     * @throws NotFound role.unknown
     * @throws InvalidInput permission.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation duty.conflict
     * @throws StaleDocument record.stale
     */
    @Needs(value = "role.change", freshly = true)
    @Refuses({"role.unknown", "permission.unknown", "access.beyond_own", "duty.conflict", "record.stale"})
    public RoleView change(RoleId id, Set<String> granted, int version) {
        OwnRole role = current(id, version);
        grants.requireOwn(role.permissions());
        grants.requireGrantable(granted);
        duties.requireApart(null, granted);
        role.grant(granted);
        RoleView view = roles.saveAndFlush(role).view();
        duties.requireApartForHolders(role.name());
        return view;
    }

    /**
     * Deletes a role that nobody holds and no identity provider gives.
     *
     * @throws NotFound role.unknown
     * @throws RuleViolation role.in_use
     * @throws StaleDocument record.stale
     */
    @Needs(value = "role.delete", freshly = true)
    @Refuses({"role.unknown", "role.in_use", "record.stale"})
    public void delete(RoleId id, int version) {
        OwnRole role = current(id, version);
        boolean inUse =
                jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM memberships WHERE :role = ANY (roles))
                            OR EXISTS (SELECT 1 FROM identity_providers
                                       WHERE roles @> jsonb_build_array(jsonb_build_object('role', :role::text)))""").param("role", role.name()).query(Boolean.class).single();
        if (inUse) throw new RuleViolation("role.in_use", "Somebody holds the role " + role.name() + ".");
        roles.delete(role);
    }

    private OwnRole current(RoleId id, int version) {
        OwnRole role = roles.get(id);
        if (role.version() == version) return role;
        throw new StaleDocument("record.stale", "The role was changed by somebody else.");
    }
}
