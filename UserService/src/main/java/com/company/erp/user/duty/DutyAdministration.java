package com.company.erp.user.duty;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.access.Duties;
import com.company.erp.user.access.Grants;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Which duties the actor's company keeps apart, and for whom not. */
@Door
public class DutyAdministration {

    private static final int DAYS_MAX = 366;

    private final DutyPairs pairs;
    private final DutyExceptions exceptions;
    private final Duties duties;
    private final Grants grants;
    private final JdbcClient jdbc;
    private final Clock clock;

    DutyAdministration(
            DutyPairs pairs, DutyExceptions exceptions, Duties duties, Grants grants, JdbcClient jdbc, Clock clock) {
        this.pairs = pairs;
        this.exceptions = exceptions;
        this.duties = duties;
        this.grants = grants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All pairs, also those that hold no more, by permission. */
    @Needs("duty.read")
    @Transactional(readOnly = true)
    public List<DutyPairView> list() {
        return pairs.findAllByOrderByFirstPermissionAscSecondPermissionAscIdAsc().stream()
                .map(DutyPair::view)
                .toList();
    }

    /** @throws NotFound duty.unknown */
    @Needs("duty.read")
    @Refuses("duty.unknown")
    @Transactional(readOnly = true)
    public DutyPairView read(DutyPairId id) {
        return pairs.get(id).view();
    }

    /** Pairs that companies commonly keep apart. */
    @Needs("duty.read")
    @Transactional(readOnly = true)
    public List<Proposal> proposals() {
        return Proposal.ALL;
    }

    /** Users who have both of a pair all the same, by user name: their roles were there before the pair. */
    @Needs("duty.read")
    @Transactional(readOnly = true)
    public List<DutyConflict> conflicts() {
        var found = new ArrayList<DutyConflict>();
        for (Member member : members()) {
            Set<String> granted = grants.of(member.roles);
            var user = new UserId(member.id);
            duties.apartFor(user).stream()
                    .filter(pair -> pair.isWithin(granted))
                    .forEach(pair -> found.add(new DutyConflict(user, member.username, pair.first(), pair.second())));
        }
        return found;
    }

    private record Member(UUID id, String username, Set<String> roles) {}

    private List<Member> members() {
        return jdbc.sql("""
                        SELECT m.id, u.username, m.roles FROM memberships m JOIN users u ON u.id = m.id
                        WHERE m.company_id = :company AND m.active ORDER BY u.username""")
                .param("company", Scope.company().value())
                .query((row, index) ->
                        new Member(row.getObject("id", UUID.class), row.getString("username"), Set.of((String[])
                                row.getArray("roles").getArray())))
                .list();
    }

    /**
     * Keeps two permissions apart, from the next request on. Who has both already keeps them, and is among the
     * conflicts; but nobody uses both on one record.
     *
     * @throws InvalidInput permission.unknown, duty.same
     * @throws RuleViolation duty.exists
     */
    @Needs("duty.create")
    @Refuses({"permission.unknown", "duty.same", "duty.exists"})
    public DutyPairView create(String first, String second, String because) {
        if (first.equals(second)) throw new InvalidInput("second", "duty.same", "A pair has two permissions.");
        grants.requirePermission("first", first);
        grants.requirePermission("second", second);
        boolean exists = duties.apartFor(null).stream().anyMatch(pair -> pair.holds(first) && pair.holds(second));
        if (exists) throw new RuleViolation("duty.exists", "These two are kept apart already.");
        return pairs.saveAndFlush(new DutyPair(first, second, because.strip(), clock.instant()))
                .view();
    }

    /**
     * Keeps a pair apart no longer. Has no effect on one that has ended.
     *
     * @throws NotFound duty.unknown
     */
    @Needs(value = "duty.end", freshly = true)
    @Refuses("duty.unknown")
    public DutyPairView end(DutyPairId id) {
        DutyPair pair = pairs.get(id);
        pair.end(clock.instant());
        return pairs.saveAndFlush(pair).view();
    }

    /**
     * The exceptions from a pair, the first first.
     *
     * @throws NotFound duty.unknown
     */
    @Needs("duty.read")
    @Refuses("duty.unknown")
    @Transactional(readOnly = true)
    public List<DutyExceptionView> exceptions(DutyPairId pair) {
        return exceptions.findByPairIdOrderById(pairs.get(pair).uuid()).stream()
                .map(DutyException::view)
                .toList();
    }

    /**
     * Lets a user do both of a pair for some time. The actor signs it, who has to be somebody else.
     *
     * @throws NotFound duty.unknown, user.unknown
     * @throws RuleViolation duty.ended
     * @throws InvalidInput duty_exception.dates
     * @throws Forbidden duty_exception.own
     */
    @Needs(value = "duty.except", freshly = true)
    @Refuses({"duty.unknown", "user.unknown", "duty.ended", "duty_exception.dates", "duty_exception.own"})
    public DutyExceptionView except(NewException wanted) {
        DutyPair pair = pairs.get(wanted.pair());
        if (!pair.isInForce()) throw new RuleViolation("duty.ended", "The pair holds no more.");
        requireMember(wanted.user());
        if (wanted.endsOn().isBefore(wanted.startsOn())
                || wanted.endsOn().isAfter(wanted.startsOn().plusDays(DAYS_MAX))) {
            throw new InvalidInput(
                    "endsOn", "duty_exception.dates", "An exception ends within " + DAYS_MAX + " days of its start.");
        }
        UserId signer = Scope.actor().person().id();
        if (signer.equals(wanted.user()) || Scope.actor().user().equals(wanted.user())) {
            throw new Forbidden("duty_exception.own", "Nobody signs an exception for himself.");
        }
        return exceptions
                .saveAndFlush(new DutyException(wanted, signer, clock.instant()))
                .view();
    }

    private void requireMember(UserId user) {
        boolean isMember = jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM memberships WHERE company_id = :company AND id = :user)")
                .param("company", Scope.company().value())
                .param("user", user.value())
                .query(Boolean.class)
                .single();
        if (!isMember) throw new NotFound("user.unknown", "Nobody of this company has that id.");
    }

    /**
     * Ends an exception before its time. Has no effect on one that was revoked.
     *
     * @throws NotFound duty_exception.unknown
     */
    @Needs(value = "duty.except", freshly = true)
    @Refuses("duty_exception.unknown")
    public DutyExceptionView revoke(DutyExceptionId id) {
        DutyException exception = exceptions.get(id);
        exception.revoke(clock.instant());
        return exceptions.saveAndFlush(exception).view();
    }
}
