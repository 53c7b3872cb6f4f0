package com.company.erp.document.finding;

import com.company.erp.document.attachment.AttachmentId;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.records.Records;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Finds files, of whichever records the actor may see. */
@Door
public class Finding {

    /** Of the 48 bits for milliseconds. */
    private static final long SECONDS_MAX = (1L << 48) / 1_000 - 1;

    private static final String COLUMNS = """
            a.name, a.note, p.resource, p.record_id, p.label, v.media_type, v.size_bytes, v.added_at, v.added_by,
            a.hold_reason IS NOT NULL AS held,
            ARRAY(SELECT t.tag FROM attachment_tags t WHERE t.company_id = a.company_id AND t.attachment_id = a.id
                  ORDER BY t.tag) AS tags""";

    private static final String NEWEST = """
            JOIN LATERAL (
                SELECT v.media_type, v.size_bytes, v.added_at, v.added_by FROM attachment_versions v
                WHERE v.company_id = a.company_id AND v.attachment_id = a.id ORDER BY v.number DESC LIMIT 1) v ON true""";

    /** Of the records of a file the first that the actor may see. */
    private static final String SEEN = """
            JOIN LATERAL (
                SELECT k.resource, k.record_id, coalesce(r.label, '') AS label
                FROM (SELECT a.resource, a.record_id, NULL::uuid AS link
                      UNION ALL
                      SELECT l.resource, l.record_id, l.id FROM attachment_links l
                      WHERE l.company_id = a.company_id AND l.attachment_id = a.id) k
                JOIN LATERAL %s r ON true
                WHERE (:resource::text IS NULL OR k.resource = :resource::text)
                  AND (:record::uuid IS NULL OR k.record_id = :record::uuid)
                ORDER BY k.link NULLS FIRST LIMIT 1) p ON true""";

    private static final String OF_RECORD = """
            a.id IN (SELECT o.id FROM attachments o
                     WHERE o.company_id = :company AND o.resource = coalesce(:resource::text, o.resource) AND o.record_id = :record::uuid
                     UNION ALL
                     SELECT l.attachment_id FROM attachment_links l
                     WHERE l.company_id = :company AND l.resource = coalesce(:resource::text, l.resource)
                       AND l.record_id = :record)""";

    private final Records records;
    private final JdbcClient jdbc;

    Finding(Records records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    /**
     * The files that hold all words that are searched for, in their name, note or text; those added last come first.
     *
     * @throws InvalidInput sort.unknown, cursor.malformed, limit.range
     */
    @Needs("attachment.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<FileLine> list(FileFilter filter, Paging paging) {
        return query(filter, paging.q()).page(jdbc, paging, "-added", (row, n) -> line(row));
    }

    /** How many there are. */
    @Needs("attachment.read")
    @Transactional(readOnly = true)
    public ListTotals totals(FileFilter filter, @Nullable String q) {
        return query(filter, q).totals(jdbc);
    }

    /** The tags of the files that the actor may see, a hundred at most. */
    @Needs("attachment.read")
    @Transactional(readOnly = true)
    public List<String> tags() {
        Records.Sight sight = records.sight("k.resource", "k.record_id");
        Map<String, @Nullable Object> params = new HashMap<>(sight.params());
        params.put("resource", null);
        params.put("record", null);
        params.put("company", Scope.company().value());
        return jdbc.sql("""
                        WITH RECURSIVE tags AS (
                            (SELECT tag FROM attachment_tags WHERE company_id = :company ORDER BY tag LIMIT 1)
                            UNION ALL
                            SELECT (SELECT n.tag FROM attachment_tags n WHERE n.company_id = :company AND n.tag > t.tag
                                    ORDER BY n.tag LIMIT 1)
                            FROM tags t WHERE t.tag IS NOT NULL)
                        SELECT t.tag FROM tags t WHERE EXISTS (
                            SELECT 1 FROM attachment_tags b
                            JOIN attachments a ON a.company_id = b.company_id AND a.id = b.attachment_id
                            %s
                            WHERE b.company_id = :company AND b.tag = t.tag)
                        ORDER BY t.tag LIMIT 100""".formatted(SEEN.formatted(sight.sql())))
                .params(params)
                .query(String.class)
                .list();
    }

    private KeysetQuery query(FileFilter filter, @Nullable String q) {
        String words = q == null ? "" : FileQuery.of(q);
        boolean searching = !words.isEmpty();
        Records.Sight sight = records.sight("k.resource", "k.record_id");
        Map<String, @Nullable Object> params = new HashMap<>(sight.params());
        params.put("resource", filter.resource());
        params.put("record", filter.record());
        String from = "attachments a" + (searching ? " JOIN file_search(:words) s ON s.id = a.id" : "") + " "
                + SEEN.formatted(sight.sql()) + " " + NEWEST;
        return KeysetQuery.of(COLUMNS, from)
                .with(params)
                .with(searching ? Map.of("words", words) : Map.of())
                .filter(filter.kind() == null ? "" : filter.kind().of("v.media_type"), "kind", filter.kind())
                .filter(OF_RECORD, "record", filter.record())
                .filter("""
                        EXISTS (SELECT 1 FROM attachment_tags t
                                WHERE t.company_id = a.company_id AND t.attachment_id = a.id AND t.tag = :tag)""", "tag", filter.tag())
                // Ids begin with the time at which they were made, and are in an index.
                .filter("a.id >= :from", "from", first(filter.from()))
                .filter("a.id < :to", "to", first(filter.to()))
                .filter("(a.hold_reason IS NOT NULL) = :held", "held", filter.held())
                .sort("added", "a.id", "uuid");
    }

    /** The least id that is made at an instant (RFC 9562, version 7). */
    private static @Nullable UUID first(@Nullable Instant at) {
        if (at == null) return null;
        long millis = Math.clamp(at.getEpochSecond(), 0, SECONDS_MAX) * 1_000 + at.getNano() / 1_000_000;
        return new UUID(millis << 16, 0);
    }

    private static FileLine line(ResultSet row) throws SQLException {
        return new FileLine(
                new AttachmentId(row.getObject("k_id", UUID.class)),
                row.getString("name"),
                row.getString("note"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("resource"),
                row.getObject("record_id", UUID.class),
                row.getString("label"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                row.getBoolean("held"));
    }
}
