package com.company.erp.user.session;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of the acting user, which are his alone. */
@Door
public class OwnSessions {

    private static final String OWN = "Everybody may see and end the own sessions.";

    private final JdbcClient jdbc;
    private final AuditLog audit;

    OwnSessions(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Those that are open, and those that ended within the last 30 days; the latest first, at most 100. */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Transactional(readOnly = true)
    public List<SessionView> list() {
        Actor actor = Scope.actor();
        return jdbc.sql("""
                        SELECT s.id, s.started_at, s.renewed_at, s.expires_at, s.address, s.device,
                               s.id = :current AS current,
                               CASE WHEN s.ended_at IS NOT NULL THEN coalesce(s.end_reason, 'ENDED')
                                    WHEN s.started_at < u.not_before THEN 'PASSWORD_CHANGED'
                                    WHEN s.expires_at <= now() THEN 'EXPIRED' END AS reason
                        FROM sessions s JOIN users u ON u.id = s.user_id
                        WHERE s.user_id = :user
                          AND coalesce(s.ended_at, s.renewed_at, s.started_at) > now() - interval '30 days'
                        ORDER BY s.started_at DESC, s.id DESC LIMIT 100""")
                .param("current", actor.session())
                .param("user", actor.person().id().value())
                .query(OwnSessions::view)
                .list();
    }

    /**
     * Ends one session: its tokens are refused from the next request on.
     *
     * @throws NotFound session.unknown, also for one that is over
     */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Refuses("session.unknown")
    public void end(SessionId id) {
        if (ended(id.value()) == 0) throw new NotFound("session.unknown", "You have no such open session.");
        note("end-session", Map.of("session", id.value().toString()));
    }

    /** Ends all sessions, this one too: sign in again. */
    @NeedsNothing(because = OWN, beforeFactor = true)
    public void endAll() {
        note("end-sessions", Map.of("sessions", ended(null)));
    }

    private long ended(@Nullable UUID session) {
        return jdbc.sql("SELECT sessions_end(:session::uuid)")
                .param("session", session)
                .query(Long.class)
                .single();
    }

    private void note(String action, Map<String, ?> details) {
        audit.record(new DocumentRef("user", Scope.actor().person().id()), action, details);
    }

    private static SessionView view(ResultSet row, int index) throws SQLException {
        String reason = row.getString("reason");
        return new SessionView(
                new SessionId(row.getObject("id", UUID.class)),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "renewed_at"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("device"),
                row.getBoolean("current"),
                reason == null ? null : SessionEnd.valueOf(reason));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
