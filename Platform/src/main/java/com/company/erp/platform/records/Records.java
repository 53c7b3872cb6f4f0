package com.company.erp.platform.records;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.Map;
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
        if (!Scope.actor().system() && !Scope.permissions().contains(kind.readPermission())) {
            throw new Forbidden("access.denied", "This needs the permission " + kind.readPermission() + ".");
        }
        return kind.find(id).orElseThrow(() -> new NotFound("record.unknown", "There is no such record."));
    }
}
