package com.company.erp.assembly.watch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthEndpointWebExtension;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.health.StatusAggregator;
import org.springframework.stereotype.Component;

/**
 * The health of the whole: the database, Redis and the disk. Without Redis the house works on, so it is DEGRADED and
 * not DOWN, and a load balancer keeps sending requests.
 */
@Component
class HouseHealth extends HealthEndpointWebExtension {

    static final Set<String> SHOWN = Set.of("db", "redis", "diskSpace");
    private static final String OPTIONAL = "redis";
    private static final Status DEGRADED = new Status("DEGRADED");

    HouseHealth(HealthContributorRegistry registry, HealthEndpointGroups groups) {
        super(registry, groups, null);
    }

    /** Group names come with the health of the whole only; the groups themselves go by their own members. */
    @Override
    protected HealthComponent aggregateContributions(
            ApiVersion version,
            Map<String, HealthComponent> contributions,
            StatusAggregator aggregator,
            boolean showComponents,
            @Nullable Set<String> groupNames) {
        if (groupNames == null) {
            return super.aggregateContributions(version, contributions, aggregator, showComponents, null);
        }
        var shown = new TreeMap<>(contributions);
        shown.keySet().retainAll(SHOWN);
        Status whole = aggregator.getAggregateStatus(shown.entrySet().stream()
                .map(part -> weight(part.getKey(), part.getValue().getStatus()))
                .collect(Collectors.toSet()));
        return super.aggregateContributions(version, shown, statuses -> whole, showComponents, Set.of());
    }

    private static Status weight(String part, Status status) {
        return part.equals(OPTIONAL) && !status.equals(Status.UP) ? DEGRADED : status;
    }
}
