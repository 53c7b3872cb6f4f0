package com.company.erp.platform.records;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.tenancy.Reaching;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A kind of records that others may point at. The feature that keeps the records declares it as a bean. */
public final class RecordKind {

    private final JdbcClient jdbc;
    private final String resource;
    private final String readPermission;
    private final String query;

    /**
     * @param resource the plural noun of the path, such as {@code invoices}
     * @param readPermission what reading such a record needs
     * @param query finds the row of {@code :id} in {@code :company}, as type, label and booked_on; where reading may be
     *     limited to the own records, only if made by {@code :madeBy}, unless that is null
     */
    public RecordKind(JdbcClient jdbc, String resource, String readPermission, String query) {
        this.jdbc = jdbc;
        this.resource = resource;
        this.readPermission = readPermission;
        this.query = query;
    }

    /**
     * What is known of a record.
     *
     * @param label what people call it: its number, code or name; empty while it has none
     * @param bookedOn the date it is booked on; null when it is not in the books
     */
    public record Found(
            DocumentRef ref, String label, @Nullable LocalDate bookedOn) {}

    private record Row(
            String type, @Nullable String label, @Nullable LocalDate bookedOn) {}

    String resource() {
        return resource;
    }

    String readPermission() {
        return readPermission;
    }

    /** The query for the record that columns of another query point at. */
    String lookup(String resourceColumn, String idColumn, Map<String, Object> params) {
        UUID madeBy = Reaching.onlyMadeBy(readPermission);
        String own = "NULL";
        if (madeBy != null) {
            own = ":madeBy" + params.size();
            params.put(own.substring(1), madeBy);
        }
        String found = query.replaceAll(":id\\b", idColumn).replace(":madeBy", own);
        return "SELECT type, label, booked_on FROM (%s) of_kind WHERE %s = '%s'"
                .formatted(found, resourceColumn, resource);
    }

    Optional<Found> find(UUID id) {
        return find(id, Reaching.onlyMadeBy(readPermission));
    }

    /** The record, whoever made it. */
    Optional<Found> any(UUID id) {
        return find(id, null);
    }

    private Optional<Found> find(UUID id, @Nullable UUID madeBy) {
        return jdbc.sql(query)
                .param("company", Scope.company().value())
                .param("id", id)
                .param("madeBy", madeBy)
                .query(Row.class)
                .optional()
                .map(row -> new Found(new DocumentRef(row.type, id), row.label == null ? "" : row.label, row.bookedOn));
    }
}
