package com.company.erp.platform.events;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Crossing;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the events of a transaction as one batch before its commit, without a number: the sealer gives that later. */
@Component
public class Outbox {

    private static final String INSERT = """
            INSERT INTO events (company_id, id, at, type, record_type, record_id, payload)
            VALUES (?, ?, clock_timestamp(), ?, ?, ?, ?::jsonb)""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Outbox(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void keep(DomainEvent event) {
        var pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.events.add(event);
    }

    @EventListener
    void leaving(Crossing.Leaving company) {
        flush();
    }

    /** Writes early what is pending, for a transaction that is too long to keep it in memory. */
    public void flush() {
        var pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending != null) pending.write();
    }

    private Object[] values(DomainEvent event, Actor actor) {
        try {
            return new Object[] {
                actor.company().value(),
                Uuid7.next(),
                event.type(),
                event.ref().type(),
                event.ref().id(),
                json.writeValueAsString(event)
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.type() + " has no JSON form.", e);
        }
    }

    private final class Pending implements TransactionSynchronization {
        private final List<DomainEvent> events = new ArrayList<>();

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        void write() {
            if (events.isEmpty()) return;
            Actor actor = Scope.actor();
            jdbc.batchUpdate(INSERT, events.stream().map(e -> values(e, actor)).toList());
            events.clear();
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Outbox.this);
        }
    }
}
