package com.company.erp.platform.tenancy;

import com.company.erp.kernel.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an actor is in a company, as found when a transaction begins.
 *
 * @param actor the one who was let in, or the absent one whom he stands in for
 * @param permissions what he may do there
 * @param apart for a permission those that one person shall not use on the same record as well
 * @param reaches for a permission that does not reach to all records, how far it does by each role that grants it
 * @param lacksFactor whether he has to set up a second factor before he may do anything
 */
public record Admission(
        Actor actor,
        Set<String> permissions,
        Map<String, Set<String>> apart,
        Map<String, List<Reach>> reaches,
        boolean lacksFactor) {}
