package com.company.erp.platform.notice;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the acting user is told. Each call is one transaction, joined if one is open. */
@Door
public class NoticeBoard {

    /** So many are shown, and counted. */
    public static final int SHOWN = 50;

    private static final String OWN = "Everybody may read what he is told; his permissions decide what that is.";

    private static final String MINE = """
            FROM notices n
            LEFT JOIN notice_marks m ON m.company_id = n.company_id AND m.id = :user
            WHERE n.company_id = :company AND (n.user_id = :user OR n.permission = ANY (:permissions))""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    NoticeBoard(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The latest notices, the last one first. */
    @NeedsNothing(because = OWN)
    @Transactional(readOnly = true)
    public List<NoticeView> list() {
        return mine("""
                        SELECT n.id, n.at, n.topic, n.record_type, n.record_id, n.details::text AS details,
                               m.seen_at IS NULL OR n.at > m.seen_at AS fresh
                        """ + MINE + " ORDER BY n.at DESC, n.id DESC LIMIT " + SHOWN)
                .query((row, n) -> view(row))
                .list();
    }

    /** How many came after the reader last looked, up to {@link #SHOWN}. */
    @NeedsNothing(because = OWN)
    @Transactional(readOnly = true)
    public int countFresh() {
        return mine("SELECT count(*) FROM (SELECT 1 " + MINE + " AND (m.seen_at IS NULL OR n.at > m.seen_at) LIMIT "
                        + SHOWN + ") fresh")
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec mine(String sql) {
        return jdbc.sql(sql)
                .param("company", Scope.company().value())
                .param("user", Scope.actor().user().value())
                .param("permissions", Scope.permissions().toArray(String[]::new));
    }

    /** From now on only what comes later is fresh. */
    @NeedsNothing(because = OWN)
    public void see() {
        Actor reader = Scope.actor();
        jdbc.sql("""
                        INSERT INTO notice_marks (company_id, id, seen_at) VALUES (:company, :user, now())
                        ON CONFLICT (company_id, id) DO UPDATE SET seen_at = excluded.seen_at""")
                .param("company", reader.company().value())
                .param("user", reader.user().value())
                .update();
    }

    private NoticeView view(ResultSet row) throws SQLException {
        return new NoticeView(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("topic"),
                new DocumentRef(row.getString("record_type"), row.getObject("record_id", UUID.class)),
                details(row.getString("details")),
                row.getBoolean("fresh"));
    }

    private Map<String, String> details(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice holds what is no JSON.", e);
        }
    }
}
