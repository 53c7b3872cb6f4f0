package com.company.erp.user.provider;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.user.access.Grants;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What holds for whoever is to speak for a company's people, of whatever kind. */
@Component
class ProviderRules {

    private static final Pattern DOMAIN =
            Pattern.compile("([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*");

    private final ProviderBook book;
    private final Grants grants;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ProviderRules(ProviderBook book, Grants grants, AuditLog audit, JdbcClient jdbc) {
        this.book = book;
        this.grants = grants;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * That it speaks for domains which no other company's does, and gives roles that grant no more than the actor has.
     *
     * @throws InvalidInput identity_provider.domain, role.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation identity_provider.domain_taken
     */
    void requireSound(List<String> writtenDomains, List<GroupRole> mapped) {
        Set<String> domains = Provider.domains(writtenDomains);
        for (String domain : domains) {
            if (DOMAIN.matcher(domain).matches()) continue;
            throw new InvalidInput("domains", "identity_provider.domain", domain + " is no domain of addresses.");
        }
        requireRoles(mapped);
        String taken = jdbc.sql("SELECT domain_of_others(:domains)")
                .param("domains", domains.toArray(String[]::new))
                .query(String.class)
                .single();
        if (!taken.isEmpty()) {
            throw new RuleViolation(
                    "identity_provider.domain_taken", "Another company speaks for " + taken + " already.");
        }
    }

    private void requireRoles(List<GroupRole> mapped) {
        Set<String> roles = mapped.stream().map(GroupRole::role).collect(Collectors.toSet());
        if (roles.isEmpty()) return;
        grants.requireKnown(roles);
        grants.requireOwn(grants.of(roles));
    }

    /**
     * Whoever takes over a provider could act with what it grants: that has to be his own.
     *
     * @throws Forbidden access.beyond_own
     * @throws StaleDocument record.stale
     */
    <P extends Provider> P withinReach(P provider, int version) {
        provider.mustBeAt(version);
        var granted = provider.roles().stream().map(GroupRole::role).collect(Collectors.toSet());
        if (!granted.isEmpty()) grants.requireOwn(grants.of(granted));
        return provider;
    }

    /**
     * Keeps a secret that is given. Without one that of before stays, but is told to nobody elsewhere: who may change
     * where a provider is does not learn its secret by that.
     *
     * @param isElsewhere whether the provider is somewhere else than before
     * @throws InvalidInput identity_provider.secret_anew
     */
    void takeSecret(Provider provider, String field, @Nullable String secret, boolean isElsewhere) {
        if (secret != null && !secret.isBlank()) {
            book.keep(provider, secret.strip());
            audit.record(provider.ref(), "secret", Map.of(field, "***"));
        } else if (isElsewhere && provider.secret() != null) {
            throw new InvalidInput(
                    field,
                    "identity_provider.secret_anew",
                    "It is at another address now: enter the secret once more.");
        }
    }
}
