package com.company.erp.web.admin;

import com.company.erp.platform.tenancy.Scope;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Permissions as people choose them: by what they are about. */
final class PermissionFields {

    private PermissionFields() {}

    /** The permissions about each thing, in the order of its name. */
    static Map<String, List<String>> byThing(Collection<String> permissions) {
        return permissions.stream()
                .sorted()
                .collect(Collectors.groupingBy(PermissionFields::thing, TreeMap::new, Collectors.toList()));
    }

    private static String thing(String permission) {
        return permission.substring(0, permission.indexOf('.'));
    }

    static String action(String permission, Texts texts) {
        return texts.step(permission.substring(permission.indexOf('.') + 1));
    }

    /** A field for each thing. Nobody is offered to grant what he lacks, unless it is granted already. */
    static Field[] of(Collection<String> permissions, Set<String> granted, Texts texts) {
        List<String> offered = permissions.stream()
                .filter(permission ->
                        granted.contains(permission) || Scope.permissions().contains(permission))
                .toList();
        return byThing(offered).entrySet().stream()
                .map(things -> field(things.getKey(), things.getValue(), texts))
                .toArray(Field[]::new);
    }

    private static Field field(String thing, List<String> permissions, Texts texts) {
        List<Option> options = permissions.stream()
                .map(permission -> new Option(permission, action(permission, texts)))
                .toList();
        return Field.several("permissions", options)
                .called(texts.constant(thing))
                .broad();
    }
}
