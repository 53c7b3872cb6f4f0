package com.company.erp.platform.imports;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The importers of all features, by resource. */
@Component
class Importers {

    private final Map<String, Importer<?>> byResource;

    Importers(List<Importer<?>> importers) {
        this.byResource = importers.stream().collect(Collectors.toMap(Importer::resource, Function.identity()));
    }

    /**
     * @throws NotFound import.resource
     * @throws Forbidden access.denied, when the actor may not do by hand what the import does
     */
    Importer<?> of(String resource) {
        Importer<?> importer = byResource.get(resource);
        if (importer == null) {
            String known = byResource.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw new NotFound("import.resource", "Imports are for " + known + ".");
        }
        if (Scope.actor().system() || Scope.permissions().contains(importer.permission())) return importer;
        throw new Forbidden("access.denied", "This import needs the permission " + importer.permission() + ".");
    }

    /** The resources that the actor may import, by name. */
    List<String> allowed() {
        return byResource.values().stream()
                .filter(importer -> Scope.permissions().contains(importer.permission()))
                .map(Importer::resource)
                .sorted()
                .toList();
    }
}
