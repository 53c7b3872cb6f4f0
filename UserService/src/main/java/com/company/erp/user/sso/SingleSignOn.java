package com.company.erp.user.sso;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.login.SignedIn;
import com.company.erp.user.provider.Discovery;
import com.company.erp.user.provider.DiscoveryFailed;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.provider.ProviderBook;
import com.company.erp.user.provider.ProviderSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing in by an identity provider: somebody is sent there, comes back, and a session begins that is good in the
 * provider's company alone; or by a directory, to which the password is told. Both are spoken to outside of
 * transactions.
 */
@Door
public class SingleSignOn {

    /** After that the provider is asked again, who may know that somebody has left. */
    static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
    private static final int RANDOM_BYTES = 32;
    private static final String BEFORE = "Nobody has permissions before signing in.";

    private final ProviderBook book;
    private final OpenIdClient client;
    private final Discovery discovery;
    private final Entry entry;
    private final DirectorySignIn directories;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SingleSignOn(
            ProviderBook book,
            OpenIdClient client,
            Discovery discovery,
            Entry entry,
            DirectorySignIn directories,
            JdbcClient jdbc,
            Clock clock) {
        this.book = book;
        this.client = client;
        this.discovery = discovery;
        this.entry = entry;
        this.directories = directories;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who speaks for an address, by its domain alone: whether there is such a user is not said. */
    @NeedsNothing(because = BEFORE)
    @Transactional(readOnly = true)
    public List<Offer> offers(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        return jdbc.sql("SELECT id, kind, name, company_name FROM providers_for(:domain)")
                .param("domain", domain)
                .query((row, index) -> new Offer(
                        new IdentityProviderId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("company_name"),
                        "LDAP".equals(row.getString("kind"))))
                .list();
    }

    /**
     * Where to send somebody who wants to sign in by a provider.
     *
     * @param returnTo where the provider shall send him back to
     * @param to where he wants to go
     * @param anew whether the provider shall ask who he is even if it knows
     * @throws NotFound identity_provider.unknown
     * @throws Unauthenticated sign_in.provider_silent
     */
    @NeedsNothing(because = BEFORE)
    @Refuses({"identity_provider.unknown", "sign_in.provider_silent"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Departure depart(IdentityProviderId provider, String returnTo, String to, boolean anew) {
        ProviderSettings settings = book.get(provider);
        var attempt =
                new Departure.Attempt(provider, secret(), secret(), secret(), returnTo, to, anew, clock.instant());
        return new Departure(client.location(settings, attempt), attempt);
    }

    /**
     * Begins a session for whom the provider has sent back, in its company. At the first time he gets an account, or
     * the one that bears his verified address becomes his; at every time his roles become those of his groups.
     *
     * @param answer what the provider's redirect has brought
     * @throws NotFound identity_provider.unknown
     * @throws Unauthenticated sign_in.provider_refused, sign_in.not_anew, sign_in.address_unverified,
     *     sign_in.address_foreign, sign_in.linked_otherwise, sign_in.deactivated, sign_in.no_role, sign_in.duties
     */
    @NeedsNothing(because = BEFORE)
    @Refuses({
        "identity_provider.unknown",
        "sign_in.provider_refused",
        "sign_in.not_anew",
        "sign_in.address_unverified",
        "sign_in.address_foreign",
        "sign_in.linked_otherwise",
        "sign_in.deactivated",
        "sign_in.no_role",
        "sign_in.duties"
    })
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Actor arrive(Departure.Attempt attempt, Map<String, String> answer) {
        ProviderSettings settings = book.get(attempt.provider());
        if (clock.instant().isAfter(attempt.at().plus(LONGEST_ABSENCE))) {
            throw new Unauthenticated("sign_in.provider_refused", "That took too long; begin again.");
        }
        Assertion said = client.exchange(settings, attempt, answer);
        if (attempt.anew()) requireSeen(said, attempt.at());
        return entry.bySignIn(settings.authority(), said, LONGEST_SESSION);
    }

    private static void requireSeen(Assertion said, Instant since) {
        Instant seen = said.seenAt();
        if (seen != null && seen.isAfter(since.minus(CLOCK_SKEW))) return;
        throw new Unauthenticated("sign_in.not_anew", "The identity provider does not say that it has asked you anew.");
    }

    /**
     * What a directory is called.
     *
     * @throws NotFound identity_provider.unknown
     */
    @NeedsNothing(because = BEFORE)
    @Refuses("identity_provider.unknown")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public String directoryName(IdentityProviderId directory) {
        return book.directory(directory).authority().name();
    }

    /**
     * Begins a session in the directory's company for whoever it knows by that name and password. A wrong password and
     * an unknown name are told alike. At the first time he gets an account, or the one that bears his address becomes
     * his; at every time his roles become those of his groups. Nothing renews the session: the directory is asked
     * again.
     *
     * @throws NotFound identity_provider.unknown
     * @throws Unauthenticated sign_in.refused, sign_in.code_needed, sign_in.code_wrong, sign_in.provider_silent,
     *     sign_in.provider_refused, sign_in.address_unverified, sign_in.address_foreign, sign_in.linked_otherwise,
     *     sign_in.deactivated, sign_in.no_role, sign_in.duties
     * @throws TooManyAttempts sign_in.slowed
     */
    @NeedsNothing(because = BEFORE)
    @Refuses({
        "identity_provider.unknown",
        "sign_in.refused",
        "sign_in.code_needed",
        "sign_in.code_wrong",
        "sign_in.slowed",
        "sign_in.provider_silent",
        "sign_in.provider_refused",
        "sign_in.address_unverified",
        "sign_in.address_foreign",
        "sign_in.linked_otherwise",
        "sign_in.deactivated",
        "sign_in.no_role",
        "sign_in.duties"
    })
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public SignedIn signIn(IdentityProviderId directory, String username, String password, @Nullable String code) {
        return directories.signIn(directory, username, password, code);
    }

    /** By which OpenID provider the actor's session began; null when by a password that was typed here. */
    @NeedsNothing(because = "Everybody may know how he came in.")
    @Transactional(readOnly = true)
    public @Nullable IdentityProviderId own() {
        return jdbc
                .sql("SELECT id FROM identity_providers WHERE id = provider_of_session(:session) AND kind = 'OPENID'")
                .param("session", Scope.actor().session())
                .query((row, index) -> row.getObject(1, UUID.class))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(IdentityProviderId::new)
                .orElse(null);
    }

    /**
     * Where to send somebody who wants to sign out at the provider, too; null where it has no such place.
     *
     * @throws NotFound identity_provider.unknown
     * @throws Unauthenticated sign_in.provider_silent
     */
    @NeedsNothing(because = "Everybody may leave.")
    @Refuses({"identity_provider.unknown", "sign_in.provider_silent"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public @Nullable String leave(IdentityProviderId id, String returnTo) {
        ProviderSettings settings = book.get(id);
        try {
            String leaving = discovery.of(settings.provider().issuer()).endSessionEndpoint();
            if (leaving == null) return null;
            return UriComponentsBuilder.fromUriString(leaving)
                    .queryParam("client_id", "{client}")
                    .queryParam("post_logout_redirect_uri", "{returnTo}")
                    .encode()
                    .buildAndExpand(settings.provider().clientId(), returnTo)
                    .toUriString();
        } catch (DiscoveryFailed e) {
            throw new Unauthenticated("sign_in.provider_silent", "The identity provider does not answer as it should.");
        }
    }

    private String secret() {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
