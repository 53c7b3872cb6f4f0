package com.company.erp.platform.trail;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.privacy.SealedValue;
import com.company.erp.platform.privacy.SubjectKeys;
import com.company.erp.platform.records.Records;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Shows what was done in the actor's company, and by whom. */
@Door
public class AuditTrail {

    private static final String COLUMNS = """
            a.id, a.at, a.actor_id, a.actor_name, a.address, a.request_id, a.record_type, a.record_id, a.action,
            a.changes::text AS changes, a.permission, a.real_actor_id, a.real_actor_name, a.reason,
            s.number, encode(s.chain, 'hex') AS seal""";

    private static final int TOLD = 100;
    private static final int MOST = 1_000;

    private final AuditHeads heads;
    private final SubjectKeys keys;
    private final JdbcClient jdbc;
    private final Records records;
    private final ObjectMapper json;

    AuditTrail(AuditHeads heads, SubjectKeys keys, JdbcClient jdbc, Records records, ObjectMapper json) {
        this.heads = heads;
        this.keys = keys;
        this.jdbc = jdbc;
        this.records = records;
        this.json = json;
    }

    /** What was done, the latest first. */
    @Needs("audit.read")
    @Transactional(readOnly = true)
    public Page<AuditRow> list(AuditFilter filter, Paging paging) {
        Keyring keyring = new Keyring();
        return query(filter).page(jdbc, paging, "-at", (row, n) -> row(row, keyring));
    }

    /** What the log can be asked for: the types of records in it, and who acted. */
    public record Noted(List<String> types, List<Person> people) {}

    public record Person(UserId id, String name) {}

    /** What there is in the log; however long it is, with one step for each. */
    @Needs("audit.read")
    @Transactional(readOnly = true)
    public Noted noted() {
        var types = new ArrayList<String>();
        var people = new ArrayList<Person>();
        jdbc.sql("""
                        WITH RECURSIVE types AS (
                            (SELECT record_type FROM audit_log WHERE company_id = :company
                             ORDER BY record_type LIMIT 1)
                            UNION ALL
                            SELECT (SELECT a.record_type FROM audit_log a
                                    WHERE a.company_id = :company AND a.record_type > t.record_type
                                    ORDER BY a.record_type LIMIT 1)
                            FROM types t WHERE t.record_type IS NOT NULL),
                        people AS (
                            (SELECT actor_id FROM audit_log WHERE company_id = :company ORDER BY actor_id LIMIT 1)
                            UNION ALL
                            SELECT (SELECT a.actor_id FROM audit_log a
                                    WHERE a.company_id = :company AND a.actor_id > p.actor_id
                                    ORDER BY a.actor_id LIMIT 1)
                            FROM people p WHERE p.actor_id IS NOT NULL)
                        SELECT record_type AS name, NULL AS actor_id FROM types WHERE record_type IS NOT NULL
                        UNION ALL
                        SELECT (SELECT a.actor_name FROM audit_log a
                                WHERE a.company_id = :company AND a.actor_id = p.actor_id
                                ORDER BY a.at DESC, a.id DESC LIMIT 1), p.actor_id
                        FROM people p WHERE p.actor_id IS NOT NULL
                        ORDER BY name""").param("company", Scope.company().value()).query(row -> {
            UUID actor = row.getObject("actor_id", UUID.class);
            if (actor == null) types.add(row.getString("name"));
            else people.add(new Person(new UserId(actor), row.getString("name")));
        });
        return new Noted(types, people);
    }

    /** Hands over all that was done, the first first, within its transaction. */
    @Needs("audit.read")
    @Transactional(readOnly = true)
    public void export(AuditFilter filter, Consumer<Stream<AuditRow>> taker) {
        Keyring keyring = new Keyring();
        try (Stream<AuditRow> rows = query(filter).stream(jdbc, "at", (row, n) -> row(row, keyring))) {
            taker.accept(rows);
        }
    }

    /**
     * What became of a record, the latest first, at most 100 times.
     *
     * @throws NotFound record.resource, record.unknown
     */
    @NeedsNothing(because = "Whoever may read a record may see what became of it.")
    @Refuses({"record.resource", "record.unknown", "access.denied"})
    @Transactional(readOnly = true)
    public List<RecordChange> history(String resource, UUID record) {
        DocumentRef ref = records.visible(resource, record).ref();
        Keyring keyring = new Keyring();
        return query(new AuditFilter(ref.type(), ref.id(), null, null, null, null, null))
                .page(jdbc, new Paging(TOLD, null, null, null), "-at", (row, n) -> row(row, keyring))
                .items()
                .stream()
                .map(row -> new RecordChange(row.at(), row.actor(), row.actorName(), row.action(), row.changes()))
                .toList();
    }

    /**
     * The sealed rows behind a number in the order of their seals, which has no gaps: for systems that follow the log.
     *
     * @throws InvalidInput limit.range, after.range
     */
    @Needs("audit.read")
    @Refuses({"limit.range", "after.range"})
    @Transactional(readOnly = true)
    public SealedRows follow(long after, int limit) {
        if (limit < 1 || limit > MOST) throw new InvalidInput("limit", "limit.range", "A limit is 1 to " + MOST + ".");
        if (after < 0) throw new InvalidInput("after", "after.range", "Seals are numbered from 1.");
        Keyring keyring = new Keyring();
        List<AuditRow> rows = jdbc.sql("SELECT " + COLUMNS + """
                         FROM audit_seals s JOIN audit_log a ON a.company_id = s.company_id AND a.id = s.id
                        WHERE s.company_id = :company AND s.number > :after ORDER BY s.number LIMIT :limit""")
                .param("company", Scope.company().value())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> row(row, keyring))
                .list();
        Long last = rows.isEmpty() ? null : rows.getLast().number();
        return new SealedRows(rows, last == null ? after : last);
    }

    /** Rows behind a number, and the number to ask behind next time. */
    public record SealedRows(List<AuditRow> items, long next) {}

    /**
     * Holds the whole log of the company against its seals, and these against what was written down outside the
     * database. Reads every row; meant for the night and for doubts.
     */
    @Needs("audit.check")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AuditProof check() {
        List<AuditFinding> findings = new ArrayList<>(heads.differences());
        findings.addAll(jdbc.sql("SELECT number, id AS row, finding FROM audit_tampered() ORDER BY number, id")
                .query(AuditFinding.class)
                .list());
        long sealed = jdbc.sql("SELECT count(*) FROM audit_seals WHERE company_id = :company")
                .param("company", Scope.company().value())
                .query(Long.class)
                .single();
        return new AuditProof(findings.isEmpty(), sealed, findings);
    }

    private static KeysetQuery query(AuditFilter filter) {
        return KeysetQuery.of(
                        COLUMNS, "audit_log a LEFT JOIN audit_seals s ON s.company_id = a.company_id AND s.id = a.id")
                .filter("a.record_type = :type", "type", filter.type())
                .filter("a.record_id = :record", "record", filter.record())
                .filter(
                        "a.actor_id = :actor",
                        "actor",
                        filter.actor() == null ? null : filter.actor().value())
                .filter(
                        "a.real_actor_id = :standIn",
                        "standIn",
                        filter.standIn() == null ? null : filter.standIn().value())
                .filter("a.action = :action", "action", filter.action())
                .filter(
                        "a.at >= :from",
                        "from",
                        filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC))
                .filter(
                        "a.at < :to",
                        "to",
                        filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC))
                .sort("at", "a.at", "timestamptz");
    }

    private AuditRow row(ResultSet row, Keyring keyring) throws SQLException {
        UUID standIn = row.getObject("real_actor_id", UUID.class);
        return new AuditRow(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new UserId(row.getObject("actor_id", UUID.class)),
                row.getString("actor_name"),
                standIn == null ? null : new UserId(standIn),
                row.getString("real_actor_name"),
                row.getString("permission"),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                row.getString("action"),
                changes(row.getString("changes"), row.getObject("record_id", UUID.class), keyring),
                row.getString("reason"),
                row.getObject("number", Long.class),
                row.getString("seal"));
    }

    /** A change of the persistence layer holds before and after; what an action tells of itself has an after only. */
    private List<FieldChange> changes(String text, UUID record, Keyring keyring) {
        var changes = new ArrayList<FieldChange>();
        parse(text).fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            boolean isChange = value.isObject() && value.has("after");
            changes.add(new FieldChange(
                    field.getKey(),
                    isChange ? opened(text(value.get("before")), record, keyring) : null,
                    opened(text(isChange ? value.get("after") : value), record, keyring)));
        });
        return changes;
    }

    private static @Nullable String opened(@Nullable String text, UUID record, Keyring keyring) {
        return text == null || !SealedValue.is(text) ? text : SealedValue.open(keyring.of(record), text);
    }

    /** The keys that one answer needs, each asked for once. */
    private final class Keyring {
        private static final int KEYS_MAX = 10_000;
        private final Map<UUID, Optional<byte[]>> known = new HashMap<>();

        private byte @Nullable [] of(UUID subject) {
            if (known.size() > KEYS_MAX) known.clear();
            return known.computeIfAbsent(
                            subject,
                            id -> Optional.ofNullable(keys.find(List.of(id)).get(id)))
                    .orElse(null);
        }
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit log holds what is no JSON.", e);
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) return null;
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
