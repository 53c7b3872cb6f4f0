package com.company.erp.platform.records;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The records of all features, by resource and id. */
@Component
public class Records {

    private final Map<String, RecordKind> byResource;

    Records(List<RecordKind> kinds) {
        this.byResource = kinds.stream().collect(Collectors.toMap(RecordKind::resource, Function.identity()));
    }

    /**
     * The record, proven to exist in the actor's company and to be his to see.
     *
     * @throws NotFound record.resource, record.unknown
     * @throws Forbidden access.denied
     */
    public RecordKind.Found visible(String resource, UUID id) {
        RecordKind kind = byResource.get(resource);
        if (kind == null) {
            String known = byResource.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw new NotFound("record.resource", "Files are kept with " + known + ".");
        }
        if (!mayRead(kind)) {
            throw new Forbidden("access.denied", "This needs the permission " + kind.readPermission() + ".");
        }
        return kind.find(id).orElseThrow(() -> new NotFound("record.unknown", "There is no such record."));
    }

    /** The record, if it exists in the actor's company and is his to see. */
    public Optional<RecordKind.Found> seen(String resource, UUID id) {
        RecordKind kind = byResource.get(resource);
        return kind == null || !mayRead(kind) ? Optional.empty() : kind.find(id);
    }

    /** When a record was booked, whoever asks: what the law demands of it does not depend on who may see it. */
    public Optional<LocalDate> bookedOn(String resource, UUID id) {
        RecordKind kind = byResource.get(resource);
        return kind == null ? Optional.empty() : kind.any(id).map(RecordKind.Found::bookedOn);
    }

    private static boolean mayRead(RecordKind kind) {
        return Scope.actor().system() || Scope.permissions().contains(kind.readPermission());
    }

    /** A part of a query; see {@link #sight}. */
    public record Sight(String sql, Map<String, Object> params) {}

    /**
     * What stands behind LATERAL in a query over rows that point at records: one row with type, label and booked_on
     * where the record is there and the actor's to see, else none.
     *
     * @param resource the column that names the kind of the record
     * @param id the column with its id
     */
    public Sight sight(String resource, String id) {
        Map<String, Object> params = new HashMap<>();
        String sql = byResource.values().stream()
                .filter(Records::mayRead)
                .sorted(Comparator.comparing(RecordKind::resource))
                .map(kind -> kind.lookup(resource, id, params))
                .collect(Collectors.joining(" UNION ALL "));
        return new Sight(sql.isEmpty() ? "(SELECT '' AS label WHERE false)" : "(" + sql + ")", params);
    }
}
