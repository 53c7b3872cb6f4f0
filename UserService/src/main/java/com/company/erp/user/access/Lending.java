package com.company.erp.user.access;

import java.util.Set;

/** What a stand-in gets of the absent one's permissions: all but deciding who may do what. */
public final class Lending {

    private static final Set<String> KEPT = Set.of("user", "role", "api_key", "duty", "delegation", "record_rule");

    private Lending() {}

    public static boolean isLent(String permission) {
        String feature = permission.substring(0, permission.indexOf('.'));
        return !KEPT.contains(feature) || permission.endsWith(".read");
    }
}
