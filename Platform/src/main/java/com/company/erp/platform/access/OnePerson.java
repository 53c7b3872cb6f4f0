package com.company.erp.platform.access;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.Id;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import jakarta.persistence.EntityManager;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps one person from doing on one record both of two things that a company keeps apart. What was done before, and by
 * which permission, the audit log knows; whom a stand-in acted for counts as he does.
 */
@Component
class OnePerson {

    private static final int DEPTH_MAX = 4;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final EntityManager persistence;
    private final Map<Class<?>, RecordComponent[]> components = new ConcurrentHashMap<>();

    OnePerson(JdbcClient jdbc, AuditLog audit, EntityManager persistence) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.persistence = persistence;
    }

    /**
     * @param arguments what the door is asked, in which the records are named that it concerns
     * @throws Forbidden duty.one_person
     */
    void requireAnother(String permission, @Nullable Object[] arguments) {
        var records = new HashSet<UUID>();
        for (Object argument : arguments) collect(argument, records, 0);
        if (records.isEmpty()) return;
        writeWhatIsPending();
        Actor actor = Scope.actor();
        List<String> done = jdbc.sql("""
                        SELECT permission FROM audit_log
                        WHERE company_id = :company AND record_id IN (:records) AND permission IN (:apart)
                          AND (actor_id IN (:persons) OR real_actor_id IN (:persons))
                        ORDER BY at LIMIT 1""")
                .param("company", actor.company().value())
                .param("records", records)
                .param("apart", Scope.apartFrom(permission))
                .param(
                        "persons",
                        List.of(actor.user().value(), actor.person().id().value()))
                .query(String.class)
                .list();
        if (done.isEmpty()) return;
        throw new Forbidden(
                "duty.one_person",
                "You used " + done.getFirst() + " on this record; " + permission + " is for somebody else.");
    }

    /** What this very transaction did before, in one request with the next step. */
    private void writeWhatIsPending() {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) return;
        persistence.flush();
        audit.flush();
    }

    private void collect(@Nullable Object value, Set<UUID> found, int depth) {
        if (value == null || depth > DEPTH_MAX) return;
        switch (value) {
            case UUID id -> found.add(id);
            case Id id -> found.add(id.value());
            case Collection<?> many -> many.forEach(one -> collect(one, found, depth + 1));
            case Record parts -> {
                for (RecordComponent part : components.computeIfAbsent(parts.getClass(), Class::getRecordComponents)) {
                    collect(read(part, parts), found, depth + 1);
                }
            }
            default -> {
                // A figure, a text or a date names no record.
            }
        }
    }

    private static @Nullable Object read(RecordComponent part, Record whole) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(part + " cannot be read.", e);
        }
    }
}
