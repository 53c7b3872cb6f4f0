package com.company.erp.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * Who acts, for which company, and since when: what a transaction needs to know to let someone in.
 *
 * @param user the person or machine; the nil UUID when the system itself acts
 * @param name what the audit log shows
 * @param authenticatedAt when the proof of identity was given; revocations after it shut the actor out
 */
public record Actor(UserId user, CompanyId company, String name, Instant authenticatedAt, boolean system) {

    private static final UUID NIL = new UUID(0, 0);

    /** A job acts for a company by itself; it may do everything inside that company. */
    public static Actor system(CompanyId company, String job) {
        return new Actor(new UserId(NIL), company, job, Instant.EPOCH, true);
    }

    public static Actor user(UserId user, CompanyId company, String name, Instant authenticatedAt) {
        return new Actor(user, company, name, authenticatedAt, false);
    }
}
