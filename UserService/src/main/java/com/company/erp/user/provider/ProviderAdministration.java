package com.company.erp.user.provider;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.user.access.Grants;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The identity providers of the actor's company. Whoever registers one lets it hand out roles, so none of these may
 * grant more than he has himself; and no two companies speak for one domain.
 */
@Door
public class ProviderAdministration {

    private static final Pattern DOMAIN =
            Pattern.compile("([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*");

    private final IdentityProviders providers;
    private final ProviderBook book;
    private final Discovery discovery;
    private final Grants grants;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ProviderAdministration(
            IdentityProviders providers,
            ProviderBook book,
            Discovery discovery,
            Grants grants,
            AuditLog audit,
            JdbcClient jdbc) {
        this.providers = providers;
        this.book = book;
        this.discovery = discovery;
        this.grants = grants;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** All of them, by name. */
    @Needs("identity_provider.read")
    @Transactional(readOnly = true)
    public List<IdentityProviderView> list() {
        return providers.findAllByOrderByNameAscIdAsc().stream()
                .map(IdentityProvider::view)
                .toList();
    }

    /** @throws NotFound identity_provider.unknown */
    @Needs("identity_provider.read")
    @Refuses("identity_provider.unknown")
    @Transactional(readOnly = true)
    public IdentityProviderView read(IdentityProviderId id) {
        return providers.get(id).view();
    }

    /**
     * Registers a provider. It is not asked anything yet: {@link #check} does.
     *
     * @throws InvalidInput identity_provider.issuer, identity_provider.domain, role.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation identity_provider.domain_taken
     */
    @Needs(value = "identity_provider.create", freshly = true)
    @Refuses({
        "identity_provider.issuer",
        "identity_provider.domain",
        "identity_provider.domain_taken",
        "role.unknown",
        "access.beyond_own"
    })
    public IdentityProviderView create(IdentityProviderDraft draft) {
        requireSound(draft);
        var provider = new IdentityProvider(draft);
        takeSecret(provider, draft.clientSecret());
        return providers.saveAndFlush(provider).view();
    }

    /**
     * Changes a provider; without a secret in the draft the one before is kept.
     *
     * @throws NotFound identity_provider.unknown
     * @throws InvalidInput identity_provider.issuer, identity_provider.domain, role.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation identity_provider.domain_taken
     * @throws StaleDocument record.stale
     */
    @Needs(value = "identity_provider.change", freshly = true)
    @Refuses({
        "identity_provider.unknown",
        "identity_provider.issuer",
        "identity_provider.domain",
        "identity_provider.domain_taken",
        "role.unknown",
        "access.beyond_own",
        "record.stale"
    })
    public IdentityProviderView change(IdentityProviderId id, int version, IdentityProviderDraft draft) {
        var provider = withinReach(id, version);
        requireSound(draft);
        provider.take(draft);
        takeSecret(provider, draft.clientSecret());
        return providers.saveAndFlush(provider).view();
    }

    /**
     * Deletes a provider and whom it has spoken for; those stay members, and are out with their next request until they
     * sign in otherwise.
     *
     * @throws NotFound identity_provider.unknown
     * @throws Forbidden access.beyond_own
     * @throws StaleDocument record.stale
     */
    @Needs(value = "identity_provider.delete", freshly = true)
    @Refuses({"identity_provider.unknown", "access.beyond_own", "record.stale"})
    public void delete(IdentityProviderId id, int version) {
        providers.delete(withinReach(id, version));
    }

    /**
     * Asks the provider for its description and its keys, as signing in will.
     *
     * @throws NotFound identity_provider.unknown
     */
    @Needs("identity_provider.change")
    @Refuses("identity_provider.unknown")
    @Transactional(readOnly = true)
    public ProviderCheck check(IdentityProviderId id) {
        var settings = book.settings(providers.get(id));
        try {
            var description = discovery.of(settings.provider().issuer());
            int keys = discovery.keys(description);
            String problem = keys == 0 ? "It has no key that this house accepts (RSA or EC, for signatures)." : null;
            if (settings.provider().secretSet() && settings.clientSecret() == null) {
                problem = "The client secret was encrypted with another JWT_SECRET; enter it anew.";
            }
            return new ProviderCheck(problem == null, problem, description.authorizationEndpoint(), keys);
        } catch (DiscoveryFailed e) {
            return new ProviderCheck(false, e.getMessage(), null, 0);
        }
    }

    private void requireSound(IdentityProviderDraft draft) {
        if (!Discovery.isSafe(draft.issuer().strip())) {
            throw new InvalidInput("issuer", "identity_provider.issuer", "An issuer is an address with https.");
        }
        Set<String> domains = IdentityProvider.domains(draft.domains());
        for (String domain : domains) {
            if (DOMAIN.matcher(domain).matches()) continue;
            throw new InvalidInput("domains", "identity_provider.domain", domain + " is no domain of addresses.");
        }
        requireRoles(draft.roles());
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

    /** Whoever takes over a provider could act with what it grants: that has to be his own. */
    private IdentityProvider withinReach(IdentityProviderId id, int version) {
        var provider = providers.get(id);
        provider.mustBeAt(version);
        var granted = provider.view().roles().stream().map(GroupRole::role).collect(Collectors.toSet());
        if (!granted.isEmpty()) grants.requireOwn(grants.of(granted));
        return provider;
    }

    private void takeSecret(IdentityProvider provider, @Nullable String secret) {
        if (secret == null || secret.isBlank()) return;
        book.keep(provider, secret.strip());
        audit.record(new DocumentRef("identity_provider", provider.id()), "secret", Map.of("clientSecret", "***"));
    }
}
