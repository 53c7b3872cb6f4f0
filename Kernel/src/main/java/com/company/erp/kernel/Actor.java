package com.company.erp.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for which company, and by which proof: what a transaction needs to know to let someone in.
 *
 * @param user the person or machine, or the absent one whom somebody stands in for; the nil UUID when the system itself
 *     acts
 * @param name what the audit log shows
 * @param session the signing-in that proved who this is; once it is ended, the actor is shut out
 * @param standIn who really acts, where it is another
 */
public record Actor(
        UserId user,
        CompanyId company,
        String name,
        UUID session,
        boolean system,
        @Nullable Person standIn) {

    private static final UUID NIL = new UUID(0, 0);

    /** Somebody by id and name. */
    public record Person(UserId id, String name) {}

    /** A job acts for a company by itself; it may do everything inside that company. */
    public static Actor system(CompanyId company, String job) {
        return new Actor(new UserId(NIL), company, job, NIL, true, null);
    }

    public static Actor user(UserId user, CompanyId company, String name, UUID session) {
        return new Actor(user, company, name, session, false, null);
    }

    /** The same actor in another company. */
    public Actor in(CompanyId other) {
        return new Actor(user, other, name, session, system, standIn);
    }

    /** The same person in the place of one who is absent. */
    public Actor standingInFor(UserId absent, String absentName) {
        return new Actor(absent, company, absentName, session, system, person());
    }

    /** Who signed in, whomever he stands in for: what is personal is his and not the absent one's. */
    public Person person() {
        return standIn == null ? new Person(user, name) : standIn;
    }

    /** The person, standing in for nobody. */
    public Actor oneself() {
        Person person = person();
        return new Actor(person.id, company, person.name, session, system, null);
    }
}
