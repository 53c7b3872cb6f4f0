package com.company.erp.platform.web;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the database itself refuses. Doors check first and say it better; this is the answer when two requests meet, or
 * when a check was forgotten. Our own triggers raise ER001 with the code as message and the sentence as detail.
 */
public final class DatabaseRefusal {

    private DatabaseRefusal() {}

    /** The refusal behind a database error; null when it is a fault of ours. */
    public static @Nullable ErpException of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql) return of(sql);
        }
        return null;
    }

    /** The refusal that an error is, or that is behind it; null when it is a fault of ours. */
    public static @Nullable ErpException orSelf(Throwable error) {
        return error instanceof ErpException refusal ? refusal : of(error);
    }

    /** Whether the connection to the database broke, also in the middle of the work; the server rolled it back. */
    static boolean isLost(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && (state.startsWith("08") || state.startsWith("57P"))) return true;
        }
        return false;
    }

    private static @Nullable ErpException of(PSQLException sql) {
        ServerErrorMessage server = sql.getServerErrorMessage();
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return switch (state) {
            case "ER001" ->
                server == null ? null : new RuleViolation(text(server.getMessage()), text(server.getDetail()));
            case "23505" -> new RuleViolation("record.duplicate", "A record with the same key exists already.");
            case "23503" -> new RuleViolation("record.linked", "A linked record does not exist, or is still in use.");
            case "23514", "22003", "22001", "22008", "22P05", "22021" ->
                new InvalidInput("value.refused", "A value is out of its range.", List.of());
            case "42501" -> new Forbidden("access.denied", "The database does not allow this here.");
            default -> null;
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
