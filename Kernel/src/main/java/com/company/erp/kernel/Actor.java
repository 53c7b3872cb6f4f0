package com.company.erp.kernel;

import java.util.UUID;

/**
 * Who acts, for which company, and by which proof: what a transaction needs to know to let someone in.
 *
 * @param user the person or machine; the nil UUID when the system itself acts
 * @param name what the audit log shows
 * @param session the signing-in that proved who this is; once it is ended, the actor is shut out
 */
public record Actor(UserId user, CompanyId company, String name, UUID session, boolean system) {

    private static final UUID NIL = new UUID(0, 0);

    /** A job acts for a company by itself; it may do everything inside that company. */
    public static Actor system(CompanyId company, String job) {
        return new Actor(new UserId(NIL), company, job, NIL, true);
    }

    public static Actor user(UserId user, CompanyId company, String name, UUID session) {
        return new Actor(user, company, name, session, false);
    }

    /** The same actor in another company. */
    public Actor in(CompanyId other) {
        return new Actor(user, other, name, session, system);
    }
}
