package com.company.erp.platform.events;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Lets integrators follow what happens in a company. */
@Door
public class EventFeed {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    EventFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One event; the number grows by one from each to the next, in the order of commits. */
    public record EventView(
            long number,
            UUID id,
            Instant at,
            String type,
            String recordType,
            UUID recordId,
            @JsonRawValue String payload) {}

    /** Events behind a number, and the number to ask behind next time. */
    public record EventPage(List<EventView> items, long next) {}

    /** The events behind {@code after}, oldest first, at most {@code limit} (1 to 500) of them. */
    @Needs("event.read")
    @Refuses({"limit.range", "after.range"})
    @Transactional(readOnly = true)
    public EventPage read(long after, int limit) {
        if (limit < 1 || limit > MOST) throw new InvalidInput("limit", "limit.range", "A limit is 1 to " + MOST + ".");
        if (after < 0) throw new InvalidInput("after", "after.range", "Events are numbered from 1.");
        List<EventView> items = jdbc.sql("""
                        SELECT number, id, at, type, record_type, record_id, payload::text AS payload
                        FROM events WHERE company_id = :company AND number > :after ORDER BY number LIMIT :limit""")
                .param("company", Scope.company().value())
                .param("after", after)
                .param("limit", limit)
                .query(EventView.class)
                .list();
        return new EventPage(items, items.isEmpty() ? after : items.getLast().number());
    }
}
