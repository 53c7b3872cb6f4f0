package com.company.erp.platform.tenancy;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.Unauthenticated;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Who acts on this thread, and for which company. Set at the edge (a request, a job) and read by whatever works below;
 * it cannot change while a transaction is open. Every line of the log says it too, by identifiers that tell a stranger
 * nothing.
 */
public final class Scope {

    private static final UUID NIL = new UUID(0, 0);

    /** No company: what a user sees before the first company exists, and what a lost scope sees. Matches no row. */
    public static final CompanyId NO_COMPANY = new CompanyId(NIL);

    /** What lines of the log call them, in the words of the Elastic Common Schema. */
    private static final String USER_IN_LOG = "user.id";

    private static final String COMPANY_IN_LOG = "organization.id";

    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    private Admission admission;
    private int depth;
    private @Nullable String permission;

    private Scope(Actor actor) {
        this.admission = new Admission(actor, Set.of(), Map.of(), Map.of(), false);
    }

    /** Does the work as the actor, and restores whoever acted before. */
    public static <T> T call(Actor actor, Callable<T> work) throws Exception {
        Scope before = CURRENT.get();
        become(new Scope(actor));
        try {
            return work.call();
        } finally {
            become(before);
        }
    }

    /** {@link #call} for work that answers nothing. */
    public static void run(Actor actor, Runnable work) {
        get(actor, () -> {
            work.run();
            return true;
        });
    }

    /** {@link #call} for work that throws nothing checked. */
    public static <T> T get(Actor actor, Supplier<T> work) {
        Scope before = CURRENT.get();
        become(new Scope(actor));
        try {
            return work.get();
        } finally {
            become(before);
        }
    }

    /** {@link #run} in another company, inside the door that is open: the work is that door's own affair. */
    static void cross(CompanyId company, Runnable work) {
        Scope before = CURRENT.get();
        if (before == null) throw new IllegalStateException("Nobody acts.");
        var beyond = new Scope(before.admission.actor().in(company));
        beyond.admission = new Admission(
                beyond.admission.actor(),
                before.admission.permissions(),
                before.admission.apart(),
                before.admission.reaches(),
                before.admission.lacksFactor());
        beyond.permission = before.permission;
        beyond.depth = 1;
        become(beyond);
        try {
            work.run();
        } finally {
            become(before);
        }
    }

    private static void become(@Nullable Scope scope) {
        if (scope == null) {
            CURRENT.remove();
            MDC.remove(USER_IN_LOG);
            MDC.remove(COMPANY_IN_LOG);
        } else {
            CURRENT.set(scope);
            Actor actor = scope.admission.actor();
            MDC.put(USER_IN_LOG, idOr(actor.name(), actor.user().value()));
            MDC.put(COMPANY_IN_LOG, idOr(null, actor.company().value()));
        }
    }

    /** A job has no id, but a name. */
    private static @Nullable String idOr(@Nullable String otherwise, UUID id) {
        return id.equals(NIL) ? otherwise : id.toString();
    }

    /**
     * @throws Unauthenticated session.missing, when nobody has signed in
     */
    public static Actor actor() {
        Actor actor = actorIfAny();
        if (actor == null) throw new Unauthenticated("session.missing", "Sign in first.");
        return actor;
    }

    public static @Nullable Actor actorIfAny() {
        Scope scope = CURRENT.get();
        return scope == null ? null : scope.admission.actor();
    }

    /** The company whose rows this thread works on; {@link #NO_COMPANY} when nobody acts. */
    public static CompanyId company() {
        Actor actor = actorIfAny();
        return actor == null ? NO_COMPANY : actor.company();
    }

    /** What the actor may do, as found when the transaction began. */
    public static Set<String> permissions() {
        Scope scope = CURRENT.get();
        return scope == null ? Set.of() : scope.admission.permissions();
    }

    /** Whether the actor has to set up a second factor first, as found when the transaction began. */
    public static boolean lacksFactor() {
        Scope scope = CURRENT.get();
        return scope != null && scope.admission.lacksFactor();
    }

    /** Those permissions that the actor shall not have used on a record on which he uses this one. */
    public static Set<String> apartFrom(String permission) {
        Scope scope = CURRENT.get();
        return scope == null ? Set.of() : scope.admission.apart().getOrDefault(permission, Set.of());
    }

    static List<Reach> reaches(String permission) {
        Scope scope = CURRENT.get();
        return scope == null ? List.of() : scope.admission.reaches().getOrDefault(permission, List.of());
    }

    static void admitted(Admission admission) {
        CURRENT.get().admission = admission;
    }

    /** By which permission the actor entered the house last; null for what needs none. */
    public static @Nullable String permission() {
        Scope scope = CURRENT.get();
        return scope == null ? null : scope.permission;
    }

    /** Says by which permission the actor enters. */
    public static void enteredBy(@Nullable String permission) {
        Scope scope = CURRENT.get();
        if (scope != null) scope.permission = permission;
    }

    /** Counts the doors that this thread stands in; the first one is checked, the rest are its own affair. */
    public static boolean enterDoor() {
        Scope scope = CURRENT.get();
        return scope == null || scope.depth++ == 0;
    }

    public static void leaveDoor() {
        Scope scope = CURRENT.get();
        if (scope != null) scope.depth--;
    }
}
