package com.company.erp.user.provider;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.user.directory.DirectoryLine;
import com.company.erp.user.directory.DirectoryPlace;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * The OpenID providers of the actor's company, and its directories (LDAP). Whoever registers one lets it hand out
 * roles, so none of these may grant more than he has himself; and no two companies speak for one domain.
 */
@Door
public class ProviderAdministration {

    private final Providers providers;
    private final ProviderRules rules;
    private final ProviderBook book;
    private final Discovery discovery;
    private final DirectoryLine line;

    ProviderAdministration(
            Providers providers, ProviderRules rules, ProviderBook book, Discovery discovery, DirectoryLine line) {
        this.providers = providers;
        this.rules = rules;
        this.book = book;
        this.discovery = discovery;
        this.line = line;
    }

    /** All of them, by name. */
    @Needs("identity_provider.read")
    @Transactional(readOnly = true)
    public List<IdentityProviderView> list() {
        return providers.all(IdentityProvider.class).stream()
                .map(IdentityProvider::view)
                .toList();
    }

    /** @throws NotFound identity_provider.unknown */
    @Needs("identity_provider.read")
    @Refuses("identity_provider.unknown")
    @Transactional(readOnly = true)
    public IdentityProviderView read(IdentityProviderId id) {
        return get(id).view();
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
        requireSafe(draft);
        rules.requireSound(draft.domains(), draft.roles());
        var provider = new IdentityProvider(draft);
        rules.takeSecret(provider, "clientSecret", draft.clientSecret(), false);
        return providers.saveAndFlush(provider).view();
    }

    /**
     * Changes a provider; without a secret in the draft the one before is kept, while the issuer stays the same.
     *
     * @throws NotFound identity_provider.unknown
     * @throws InvalidInput identity_provider.issuer, identity_provider.domain, identity_provider.secret_anew,
     *     role.unknown
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
        "identity_provider.secret_anew",
        "role.unknown",
        "access.beyond_own",
        "record.stale"
    })
    public IdentityProviderView change(IdentityProviderId id, int version, IdentityProviderDraft draft) {
        var provider = rules.withinReach(get(id), version);
        requireSafe(draft);
        rules.requireSound(draft.domains(), draft.roles());
        String before = provider.view().issuer();
        provider.take(draft);
        boolean isElsewhere = !provider.view().issuer().equals(before);
        rules.takeSecret(provider, "clientSecret", draft.clientSecret(), isElsewhere);
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
        providers.delete(rules.withinReach(get(id), version));
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
        var settings = book.settings(get(id));
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

    /** The directories, by name. */
    @Needs("identity_provider.read")
    @Transactional(readOnly = true)
    public List<DirectoryView> listDirectories() {
        return providers.all(Directory.class).stream().map(Directory::view).toList();
    }

    /** @throws NotFound identity_provider.unknown */
    @Needs("identity_provider.read")
    @Refuses("identity_provider.unknown")
    @Transactional(readOnly = true)
    public DirectoryView readDirectory(IdentityProviderId id) {
        return directory(id).view();
    }

    /**
     * Registers a directory. It is not asked anything yet: {@link #checkDirectory} does.
     *
     * @throws InvalidInput directory.address, directory.name, directory.filter, directory.certificate,
     *     identity_provider.domain, role.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation identity_provider.domain_taken
     */
    @Needs(value = "identity_provider.create", freshly = true)
    @Refuses({
        "directory.address",
        "directory.name",
        "directory.filter",
        "directory.certificate",
        "identity_provider.domain",
        "identity_provider.domain_taken",
        "role.unknown",
        "access.beyond_own"
    })
    public DirectoryView createDirectory(DirectoryDraft draft) {
        requireSound(draft);
        var directory = new Directory(draft);
        rules.takeSecret(directory, "bindPassword", draft.bindPassword(), false);
        return providers.saveAndFlush(directory).view();
    }

    /**
     * Changes a directory; without a password in the draft the one before is kept, while the address stays the same.
     *
     * @throws NotFound identity_provider.unknown
     * @throws InvalidInput directory.address, directory.name, directory.filter, directory.certificate,
     *     identity_provider.domain, identity_provider.secret_anew, role.unknown
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation identity_provider.domain_taken
     * @throws StaleDocument record.stale
     */
    @Needs(value = "identity_provider.change", freshly = true)
    @Refuses({
        "identity_provider.unknown",
        "directory.address",
        "directory.name",
        "directory.filter",
        "directory.certificate",
        "identity_provider.domain",
        "identity_provider.domain_taken",
        "identity_provider.secret_anew",
        "role.unknown",
        "access.beyond_own",
        "record.stale"
    })
    public DirectoryView changeDirectory(IdentityProviderId id, int version, DirectoryDraft draft) {
        var directory = rules.withinReach(directory(id), version);
        requireSound(draft);
        String before = directory.view().address();
        directory.take(draft);
        boolean isElsewhere = !directory.view().address().equals(before);
        rules.takeSecret(directory, "bindPassword", draft.bindPassword(), isElsewhere);
        return providers.saveAndFlush(directory).view();
    }

    /**
     * Deletes a directory and whom it has spoken for; those stay members, and are out with their next request until
     * they sign in otherwise.
     *
     * @throws NotFound identity_provider.unknown
     * @throws Forbidden access.beyond_own
     * @throws StaleDocument record.stale
     */
    @Needs(value = "identity_provider.delete", freshly = true)
    @Refuses({"identity_provider.unknown", "access.beyond_own", "record.stale"})
    public void deleteDirectory(IdentityProviderId id, int version) {
        providers.delete(rules.withinReach(directory(id), version));
    }

    /**
     * Looks people up in the directory, as signing in will.
     *
     * @throws NotFound identity_provider.unknown
     */
    @Needs("identity_provider.change")
    @Refuses("identity_provider.unknown")
    @Transactional(readOnly = true)
    public DirectoryCheck checkDirectory(IdentityProviderId id) {
        String problem = line.problem(book.settings(directory(id)).place());
        return new DirectoryCheck(problem == null, problem);
    }

    private IdentityProvider get(IdentityProviderId id) {
        return providers.get(id, IdentityProvider.class);
    }

    private static void requireSafe(IdentityProviderDraft draft) {
        if (Discovery.isSafe(draft.issuer().strip())) return;
        throw new InvalidInput("issuer", "identity_provider.issuer", "An issuer is an address with https.");
    }

    private Directory directory(IdentityProviderId id) {
        return providers.get(id, Directory.class);
    }

    private void requireSound(DirectoryDraft draft) {
        if (!DirectoryPlace.isAddress(draft.address().strip())) {
            throw new InvalidInput(
                    "address",
                    "directory.address",
                    "A directory is at ldaps:// or ldap:// with the name of a machine.");
        }
        require(DirectoryPlace::isName, draft.bindAccount(), "bindAccount", "directory.name", "That is no name (DN).");
        require(DirectoryPlace::isName, draft.userBase(), "userBase", "directory.name", "That is no name (DN).");
        require(DirectoryPlace::isName, draft.groupBase(), "groupBase", "directory.name", "That is no name (DN).");
        require(
                DirectoryPlace::isFilter,
                draft.userFilter(),
                "userFilter",
                "directory.filter",
                "A filter is written as (objectClass=person).");
        require(
                DirectoryPlace::isCertificate,
                draft.certificate(),
                "certificate",
                "directory.certificate",
                "A certificate begins with -----BEGIN CERTIFICATE-----.");
        rules.requireSound(draft.domains(), draft.roles());
    }

    private static void require(
            Predicate<String> isSound, @Nullable String given, String field, String code, String message) {
        if (given == null || given.isBlank() || isSound.test(given.strip())) return;
        throw new InvalidInput(field, code, message);
    }
}
