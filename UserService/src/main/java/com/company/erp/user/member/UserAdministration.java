package com.company.erp.user.member;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.user.access.Duties;
import com.company.erp.user.access.Grants;
import com.company.erp.user.access.Role;
import com.company.erp.user.account.Passwords;
import com.company.erp.user.account.Users;
import com.company.erp.user.link.Links;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The users of the actor's company. Nobody gives roles, or decides over people, that exceed the actor's own
 * permissions;
 * and the company always keeps an active administrator.
 */
@Door
public class UserAdministration {

    private final Memberships memberships;
    private final Administrators administrators;
    private final Users users;
    private final Passwords passwords;
    private final Grants grants;
    private final Duties duties;
    private final Links links;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    UserAdministration(
            Memberships memberships,
            Administrators administrators,
            Users users,
            Passwords passwords,
            Grants grants,
            Duties duties,
            Links links,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.memberships = memberships;
        this.administrators = administrators;
        this.users = users;
        this.passwords = passwords;
        this.grants = grants;
        this.duties = duties;
        this.links = links;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static final int OFFERED = 10;

    /** Which users are wanted; every part may be absent. */
    public record UserFilter(
            @Nullable Boolean active,
            @Nullable String role,
            @Nullable Boolean secondFactor) {}

    /** The users of the company, active or not, by user name or name. */
    @Needs("user.read")
    @Transactional(readOnly = true)
    public Page<UserView> list(UserFilter filter, Paging paging) {
        return KeysetQuery.of(
                        "m.id, m.version, u.username, u.name, m.roles, m.active, member_has_factor(m.id) AS factor",
                        "memberships m JOIN users u ON u.id = m.id")
                .filter("m.active = :active", "active", filter.active())
                .filter(":role = ANY (m.roles)", "role", filter.role())
                .filter("member_has_factor(m.id) = :factor", "factor", filter.secondFactor())
                .filter("position(lower(:q) IN lower(u.name || ' ' || u.username)) > 0", "q", paging.q())
                .sort("username", "u.username", "text")
                .sort("name", "u.name", "text")
                .page(jdbc, paging, "username", UserAdministration::row);
    }

    /** Somebody to talk to. */
    public record Colleague(UserId id, String username, String name) {}

    /** The active users of the company whose name or user name has the words, by name. */
    @NeedsNothing(because = "Who works together may address one another.")
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(String words) {
        return KeysetQuery.of("u.username, u.name", "memberships m JOIN users u ON u.id = m.id")
                .filter("m.active = :active", "active", true)
                .filter("position(lower(:q) IN lower(u.name || ' ' || u.username)) > 0", "q", words)
                .sort("name", "u.name", "text")
                .page(
                        jdbc,
                        new Paging(OFFERED, null, null, null),
                        "name",
                        (row, n) -> new Colleague(
                                new UserId(row.getObject("k_id", UUID.class)),
                                row.getString("username"),
                                row.getString("name")))
                .items();
    }

    /** @throws NotFound user.unknown */
    @Needs("user.read")
    @Refuses("user.unknown")
    @Transactional(readOnly = true)
    public UserView read(UserId id) {
        return view(memberships.get(id));
    }

    /**
     * Takes a user into the company. One who is new to the installation gets an invitation by e-mail with a link, where
     * that can be sent and is wanted, or else a one-time password, which the answer shows this once; one who has a
     * password elsewhere keeps it.
     *
     * @param printed whether he shall be told a one-time password in any case
     *
     * @throws RuleViolation user.member, duty.conflict
     * @throws InvalidInput username.malformed, role.unknown
     * @throws Forbidden access.beyond_own
     */
    @Needs("user.invite")
    @Refuses({"user.member", "username.malformed", "role.unknown", "access.beyond_own", "duty.conflict"})
    public Invited invite(String username, String name, Set<String> roles, boolean printed, @Nullable String language) {
        requireGrantable(null, roles);
        String plain = Users.plain(username);
        UserId known = users.named(plain);
        if (known == null) {
            String password = passwords.oneTime();
            UserId user = users.add(plain, name.strip(), passwords.hash(password));
            boolean sent = !printed && Users.isEmail(plain) && links.invite(user, plain, language);
            return join(user, plain, roles, sent ? null : password, sent);
        }
        if (memberships.findById(known.value()).isPresent()) {
            throw new RuleViolation("user.member", "The user belongs to the company already.");
        }
        return join(known, plain, roles, null, false);
    }

    private Invited join(UserId user, String username, Set<String> roles, @Nullable String password, boolean sent) {
        var membership = memberships.saveAndFlush(new Membership(user, roles));
        audit.record(new DocumentRef("user", user), "invite", Map.of("username", AuditLog.personal(username)));
        return new Invited(view(membership), password, sent);
    }

    /**
     * Gives a user other roles, instead of all he had, from his next request on.
     *
     * @throws NotFound user.unknown
     * @throws InvalidInput role.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation user.last_admin, duty.conflict
     * @throws StaleDocument record.stale
     */
    @Needs(value = "user.change", freshly = true)
    @Refuses({"user.unknown", "role.unknown", "access.beyond_own", "user.last_admin", "duty.conflict", "record.stale"})
    public UserView assign(UserId id, Set<String> roles, int version) {
        requireGrantable(id, roles);
        var membership = withinReach(id);
        if (membership.version() != version) {
            throw new StaleDocument("record.stale", "The user was changed by somebody else.");
        }
        if (!roles.contains(Role.ADMIN.name())) requireAnotherAdministrator(membership);
        membership.take(roles);
        return view(memberships.saveAndFlush(membership));
    }

    /**
     * Shuts a user out of the company, from his next request on.
     *
     * @throws NotFound user.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation user.last_admin
     */
    @Needs("user.deactivate")
    @Refuses({"user.unknown", "access.beyond_own", "user.last_admin"})
    public UserView deactivate(UserId id) {
        var membership = withinReach(id);
        requireAnotherAdministrator(membership);
        membership.deactivate(clock.instant());
        return view(memberships.saveAndFlush(membership));
    }

    /**
     * Lets a user in again.
     *
     * @throws NotFound user.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation duty.conflict
     */
    @Needs("user.activate")
    @Refuses({"user.unknown", "access.beyond_own", "duty.conflict"})
    public UserView activate(UserId id) {
        var membership = withinReach(id);
        duties.requireApart(id, grants.of(membership.roles()));
        membership.activate();
        return view(memberships.saveAndFlush(membership));
    }

    /**
     * Gives a user who has forgotten the password a one-time password, and ends his sessions. Who belongs to other
     * companies too, or runs the installation, is not one company's to reset.
     *
     * @return the password, shown this once
     * @throws NotFound user.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation user.shared
     */
    @Needs(value = "user.reset", freshly = true)
    @Refuses({"user.unknown", "access.beyond_own", "user.shared"})
    public String resetPassword(UserId id) {
        withinReach(id);
        String password = passwords.oneTime();
        users.reset(id, passwords.hash(password));
        audit.record(new DocumentRef("user", id), "reset-password", Map.of());
        return password;
    }

    /**
     * Takes the second factor off a user who has lost the app and the recovery codes.
     *
     * @throws NotFound user.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation user.shared
     */
    @Needs(value = "user.reset", freshly = true)
    @Refuses({"user.unknown", "access.beyond_own", "user.shared"})
    public void removeSecondFactor(UserId id) {
        withinReach(id);
        users.removeSecondFactor(id);
        audit.record(new DocumentRef("user", id), "remove-second-factor", Map.of());
    }

    private void requireGrantable(@Nullable UserId whom, Set<String> roles) {
        grants.requireKnown(roles);
        Set<String> granted = grants.of(roles);
        grants.requireOwn(granted);
        duties.requireApart(whom, granted);
    }

    private Membership withinReach(UserId id) {
        var membership = memberships.get(id);
        grants.requireOwn(grants.of(membership.roles()));
        return membership;
    }

    private void requireAnotherAdministrator(Membership membership) {
        if (administrators.isLast(membership)) {
            throw new RuleViolation("user.last_admin", "The company would have no active administrator.");
        }
    }

    private UserView view(Membership membership) {
        var user = users.get(membership.user());
        return new UserView(
                membership.user(),
                membership.version(),
                user.username(),
                user.name(),
                membership.roles().stream().sorted().toList(),
                membership.isActive(),
                users.hasSecondFactor(membership.user()));
    }

    private static UserView row(ResultSet row, int index) throws SQLException {
        return new UserView(
                new UserId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("username"),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getBoolean("active"),
                row.getBoolean("factor"));
    }
}
