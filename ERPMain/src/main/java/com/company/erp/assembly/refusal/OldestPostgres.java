package com.company.erp.assembly.refusal;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Looks at the database's version before anything is asked of it that an old one would misunderstand. */
@Component
class OldestPostgres implements Callback {

    static final int OLDEST = 14;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            int version = context.getConnection().getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) throw new DatabaseTooOld(version);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell its version.", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "oldest PostgreSQL";
    }
}
