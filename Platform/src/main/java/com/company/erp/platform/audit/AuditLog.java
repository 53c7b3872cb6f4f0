package com.company.erp.platform.audit;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.privacy.SealedValue;
import com.company.erp.platform.privacy.SubjectKeys;
import com.company.erp.platform.tenancy.Crossing;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what a transaction changes and writes it as one batch just before the commit: one row for each record, with
 * the fields before and after. Entities report themselves; whoever writes with plain SQL calls {@link #record}.
 */
@Component
public class AuditLog {

    private static final String INSERT = """
            INSERT INTO audit_log (company_id, id, at, actor_id, actor_name, address, request_id,
                                   record_type, record_id, action, changes, permission, real_actor_id, real_actor_name,
                                   reason)
            VALUES (?, ?, now(), ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final SubjectKeys keys;

    AuditLog(JdbcTemplate jdbc, ObjectMapper json, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.json = json;
    }

    /** Notes an action on a record; several notes on one record in one transaction become one row. */
    public void record(DocumentRef ref, String action, Map<String, ?> details) {
        var pending = pending();
        Row row = pending.rows.computeIfAbsent(ref, r -> new Row(r, action));
        details.forEach((field, value) -> row.changes.put(field, value == null ? "" : value));
    }

    private Pending pending() {
        var pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending != null) return pending;
        pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** A value that may say something of the person or party that the record is; kept under the subject's own key. */
    public static Object personal(String text) {
        return new PersonalText(text);
    }

    private record PersonalText(String text) {}

    private Object[] values(Row row, Actor actor, Map<UUID, byte[]> keyring) {
        Origin origin = Origin.current();
        Actor.Person standIn = actor.standIn();
        return new Object[] {
            actor.company().value(),
            Uuid7.next(),
            actor.user().value(),
            actor.name(),
            origin.address(),
            origin.requestId(),
            row.ref.type(),
            row.ref.id(),
            row.action,
            text(row.closed(keyring)),
            Scope.permission(),
            standIn == null ? null : standIn.id().value(),
            standIn == null ? null : standIn.name(),
            origin.reason()
        };
    }

    private String text(Map<String, Object> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audited value has no JSON form.", e);
        }
    }

    private static final class Row {
        private final DocumentRef ref;
        private final String action;
        private final Map<String, Object> changes = new LinkedHashMap<>();

        private Row(DocumentRef ref, String action) {
            this.ref = ref;
            this.action = action;
        }

        private boolean holdsPersonal() {
            return changes.values().stream().anyMatch(Row::isPersonal);
        }

        private static boolean isPersonal(@Nullable Object value) {
            return value instanceof PersonalText
                    || value instanceof Map<?, ?> parts
                            && parts.values().stream().anyMatch(Row::isPersonal);
        }

        private Map<String, Object> closed(Map<UUID, byte[]> keyring) {
            byte[] key = keyring.get(ref.id());
            if (key == null) return changes;
            var closed = new LinkedHashMap<String, Object>();
            changes.forEach((field, value) -> closed.put(field, closed(key, value)));
            return closed;
        }

        private static Object closed(byte[] key, Object value) {
            if (value instanceof PersonalText personal) return SealedValue.close(key, personal.text);
            if (!(value instanceof Map<?, ?> parts)) return value;
            var closed = new LinkedHashMap<String, @Nullable Object>();
            parts.forEach((name, part) -> closed.put(String.valueOf(name), part == null ? null : closed(key, part)));
            return closed;
        }
    }

    /** The rows of one transaction. Hibernate's own flush comes first, so that its changes are all here. */
    private final class Pending implements TransactionSynchronization {
        private final Map<DocumentRef, Row> rows = new LinkedHashMap<>();

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        void write() {
            if (rows.isEmpty()) return;
            Actor actor = Scope.actor();
            List<Object[]> batch = new ArrayList<>(rows.size());
            Map<UUID, byte[]> keyring = keys.take(rows.values().stream()
                    .filter(Row::holdsPersonal)
                    .map(row -> row.ref.id())
                    .collect(Collectors.toSet()));
            rows.values().forEach(row -> batch.add(values(row, actor, keyring)));
            rows.clear();
            jdbc.batchUpdate(INSERT, batch);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(AuditLog.this);
        }
    }

    @EventListener
    void leaving(Crossing.Leaving company) {
        flush();
    }

    /** Writes early what is pending, so that a later statement can be the transaction's last. */
    public void flush() {
        var pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending != null) pending.write();
    }

    /** The audit of one record, for the changes that the persistence layer reports. */
    void changed(
            DocumentRef ref,
            String action,
            String prefix,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            Set<String> personal) {
        var changes = new LinkedHashMap<String, Object>();
        for (var field : after.keySet()) {
            boolean hidden = personal.contains(field);
            changes.put(prefix + field, change(before.get(field), after.get(field), before.isEmpty(), hidden));
        }
        if (after.isEmpty()) {
            before.forEach((field, value) ->
                    changes.put(prefix + field, change(value, null, false, personal.contains(field))));
        }
        record(ref, action, changes);
    }

    private static Object change(@Nullable Object before, @Nullable Object after, boolean created, boolean personal) {
        var change = new LinkedHashMap<String, @Nullable Object>();
        if (!created) change.put("before", told(before, personal));
        change.put("after", told(after, personal));
        return change;
    }

    private static @Nullable Object told(@Nullable Object value, boolean personal) {
        Object plain = plain(value);
        return personal && plain != null ? new PersonalText(plain.toString()) : plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) return value;
        if (value instanceof OffsetDateTime instant)
            return instant.withOffsetSameInstant(ZoneOffset.UTC).toString();
        if (value instanceof UUID || value instanceof Enum<?>) return value.toString();
        return value instanceof byte[] ? "(bytes)" : value.toString();
    }
}
