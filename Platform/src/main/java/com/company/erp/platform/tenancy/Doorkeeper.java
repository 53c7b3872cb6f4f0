package com.company.erp.platform.tenancy;

import com.company.erp.kernel.Actor;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lets an actor into the company at the start of each transaction. The user department implements it; an interface,
 * because the arrow would otherwise point up.
 */
public interface Doorkeeper {

    /**
     * Sets the transaction's company and user and answers what the actor is there, all in one statement.
     *
     * @throws com.company.erp.kernel.Unauthenticated session.revoked, when the actor was shut out since signing in
     */
    Admission admit(Connection connection, Actor actor) throws SQLException;
}
