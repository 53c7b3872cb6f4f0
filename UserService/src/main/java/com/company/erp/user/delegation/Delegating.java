package com.company.erp.user.delegation;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.access.Duties;
import com.company.erp.user.access.Grants;
import com.company.erp.user.access.Lending;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Standing in for users of the actor's company. Whoever does so is named beside them in the audit log. */
@Door
public class Delegating {

    private static final String OWN = "Everybody may know, and say, who stands in for himself.";
    private static final int DAYS_MAX = 366;

    private final Delegations delegations;
    private final Grants grants;
    private final Duties duties;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Delegating(Delegations delegations, Grants grants, Duties duties, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.delegations = delegations;
        this.grants = grants;
        this.duties = duties;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last 500 delegations of the company, the latest first. */
    @Needs("delegation.read")
    @Transactional(readOnly = true)
    public List<DelegationView> list() {
        return views(delegations.findTop500ByOrderByIdDesc());
    }

    /** Who stands in for the actor, and for whom he does, the latest first. */
    @NeedsNothing(because = OWN)
    @Transactional(readOnly = true)
    public List<DelegationView> mine() {
        UUID self = self().value();
        return views(delegations.findTop500ByAbsentIdOrStandInIdOrderByIdDesc(self, self));
    }

    private static List<DelegationView> views(List<Delegation> found) {
        return found.stream().map(Delegation::view).toList();
    }

    /**
     * Says who stands in for another user, all of whose permissions the actor has himself.
     *
     * @throws NotFound user.unknown
     * @throws InvalidInput delegation.dates, delegation.oneself
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation duty.conflict
     */
    @Needs("delegation.create")
    @Refuses({"user.unknown", "delegation.dates", "delegation.oneself", "access.beyond_own", "duty.conflict"})
    public DelegationView create(UserId absent, NewDelegation wanted) {
        grants.requireOwn(permissionsOf(absent));
        return make(absent, wanted);
    }

    /**
     * Says who stands in for the actor.
     *
     * @throws NotFound user.unknown
     * @throws InvalidInput delegation.dates, delegation.oneself
     * @throws RuleViolation duty.conflict
     */
    @NeedsNothing(because = OWN)
    @Refuses({"user.unknown", "delegation.dates", "delegation.oneself", "duty.conflict"})
    public DelegationView createMine(NewDelegation wanted) {
        return make(self(), wanted);
    }

    /** Who stands in gets, beside what he has, nothing that is kept apart from it. */
    private DelegationView make(UserId absent, NewDelegation wanted) {
        if (absent.equals(wanted.standIn())) {
            throw new InvalidInput("standIn", "delegation.oneself", "Nobody stands in for himself.");
        }
        if (wanted.endsOn().isBefore(wanted.startsOn())
                || wanted.endsOn().isAfter(wanted.startsOn().plusDays(DAYS_MAX))) {
            throw new InvalidInput(
                    "endsOn", "delegation.dates", "A delegation ends within " + DAYS_MAX + " days of its start.");
        }
        Set<String> together = new HashSet<>(permissionsOf(wanted.standIn()));
        permissionsOf(absent).stream().filter(Lending::isLent).forEach(together::add);
        duties.requireApart(wanted.standIn(), together);
        return delegations
                .saveAndFlush(new Delegation(absent, wanted, self(), clock.instant()))
                .view();
    }

    private Set<String> permissionsOf(UserId user) {
        return jdbc.sql("SELECT roles FROM memberships WHERE company_id = :company AND id = :user AND active")
                .param("company", Scope.company().value())
                .param("user", user.value())
                .query((row, index) ->
                        grants.of(Set.of((String[]) row.getArray("roles").getArray())))
                .optional()
                .orElseThrow(() -> new NotFound("user.unknown", "Nobody who works in this company has that id."));
    }

    /**
     * Ends a delegation before its time, from the next request on. Has no effect on one that was revoked.
     *
     * @throws NotFound delegation.unknown
     */
    @Needs("delegation.revoke")
    @Refuses("delegation.unknown")
    public DelegationView revoke(DelegationId id) {
        return revoke(delegations.get(id));
    }

    /**
     * The same for one's own.
     *
     * @throws NotFound delegation.unknown, also for that of another
     */
    @NeedsNothing(because = OWN)
    @Refuses("delegation.unknown")
    public DelegationView revokeMine(DelegationId id) {
        Delegation delegation = delegations.get(id);
        if (!delegation.absent().equals(self())) {
            throw new NotFound("delegation.unknown", "There is no such delegation of yours.");
        }
        return revoke(delegation);
    }

    private DelegationView revoke(Delegation delegation) {
        delegation.revoke(clock.instant());
        return delegations.saveAndFlush(delegation).view();
    }

    /**
     * Goes on in the place of somebody absent, with his permissions instead of the own, in this session and company.
     *
     * @throws NotFound delegation.none
     */
    @NeedsNothing(because = "A delegation is the right to it.")
    @Refuses("delegation.none")
    public void standInFor(UserId absent) {
        if (!actFor(absent)) throw new NotFound("delegation.none", "You do not stand in for that user today.");
        audit.record(new DocumentRef("user", absent), "begin-standing-in", Map.of());
    }

    /** Goes on as oneself. */
    @NeedsNothing(because = "Everybody may be himself.", beforeFactor = true)
    public void beOneself() {
        Actor actor = Scope.actor();
        actFor(null);
        if (actor.standIn() == null) return;
        audit.record(new DocumentRef("user", actor.user()), "end-standing-in", Map.of());
    }

    private boolean actFor(@Nullable UserId absent) {
        return jdbc.sql("SELECT session_act_for(:session, :who, :absent::uuid)")
                .param("session", Scope.actor().session())
                .param("who", self().value())
                .param("absent", absent == null ? null : absent.value())
                .query(Boolean.class)
                .single();
    }

    private static UserId self() {
        return Scope.actor().person().id();
    }
}
