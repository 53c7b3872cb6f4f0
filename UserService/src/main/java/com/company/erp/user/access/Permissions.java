package com.company.erp.user.access;

import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Ruled;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * All permissions there are: those that the doors of the house ask for, and no list beside. So a new door method is
 * known here, and granted to whom its name says, without a line written.
 */
@Component
class Permissions {

    private final ApplicationContext house;
    private final Set<String> widening = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<Ruled>> ruledBy = new ConcurrentHashMap<>();
    private final Map<Set<String>, Set<String>> byRoles = new ConcurrentHashMap<>();
    private volatile @Nullable SortedSet<String> all;

    Permissions(ApplicationContext house) {
        this.house = house;
    }

    SortedSet<String> all() {
        SortedSet<String> known = all;
        if (known == null) {
            known = readDoors();
            all = known;
        }
        return known;
    }

    /** By what the permission may be limited. */
    Set<Ruled> ruledBy(String permission) {
        return all().contains(permission) ? Set.copyOf(ruledBy.getOrDefault(permission, Set.of())) : Set.of();
    }

    /** What the given roles of the house grant together. Names that are none of them grant nothing. */
    Set<String> of(Set<String> roles) {
        return byRoles.computeIfAbsent(
                roles,
                names -> Arrays.stream(Role.values())
                        .filter(role -> names.contains(role.name()))
                        .flatMap(role ->
                                all().stream().filter(role::grants).filter(p -> role == Role.ADMIN || !widens(p)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** What lifts a limit comes with the administrator's role alone; a company grants it by a role of its own. */
    private boolean widens(String permission) {
        return widening.contains(permission);
    }

    private SortedSet<String> readDoors() {
        var found = new TreeSet<String>();
        for (String name : house.getBeanNamesForAnnotation(Door.class)) {
            for (var method : AopUtils.getTargetClass(house.getBean(name)).getMethods()) {
                Needs needs = method.getAnnotation(Needs.class);
                if (needs == null) continue;
                found.add(needs.value());
                ruledBy.computeIfAbsent(needs.value(), p -> ConcurrentHashMap.newKeySet())
                        .addAll(List.of(needs.ruledBy()));
                List<String> widening = List.of(needs.widenedBy());
                found.addAll(widening);
                this.widening.addAll(widening);
            }
        }
        return found;
    }
}
