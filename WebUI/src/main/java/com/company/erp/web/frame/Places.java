package com.company.erp.web.frame;

import com.company.erp.platform.tenancy.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of the menu by their names, for whoever searches one. */
public final class Places {

    private Places() {}

    /** Those that the visitor is offered. */
    public static Map<String, String> all() {
        var places = new LinkedHashMap<String, String>();
        Menu.of(Scope.permissions())
                .forEach(section -> section.items().forEach(item -> places.put(item.name(), item.href())));
        return places;
    }
}
