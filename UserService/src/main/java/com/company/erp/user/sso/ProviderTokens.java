package com.company.erp.user.sso;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.user.provider.Discovery;
import com.company.erp.user.provider.DiscoveryFailed;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.provider.ProviderBook;
import com.company.erp.user.provider.ProviderSettings;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recognizes access tokens of the companies' providers. Each is looked at once by each instance; what its person may
 * do, and whether he still may, is asked again at every transaction, as it is for people who signed in here.
 */
@Component
public class ProviderTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderTokens.class);
    private static final int CHARS_MAX = 8_000;
    private static final int REMEMBERED = 10_000;
    private static final Duration GOOD_FOR_MAX = Duration.ofHours(1);
    private static final Duration REFUSED_FOR = Duration.ofMinutes(1);

    /** What identity, refresh and logout tokens bear and access tokens do not: those were not made to be shown here. */
    private static final Set<String> OTHER_TOKENS = Set.of("nonce", "at_hash", "c_hash", "events");

    private final ProviderBook book;
    private final Discovery discovery;
    private final Entry entry;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    ProviderTokens(
            ProviderBook book,
            Discovery discovery,
            Entry entry,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.book = book;
        this.discovery = discovery;
        this.entry = entry;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param actor null where the token was refused */
    private record Seen(@Nullable Actor actor, Instant until) {}

    private record Speaker(UUID id, String audience) {}

    /** Whether a bearer token is signed as others sign: this house uses a secret of its own. */
    public static boolean isForeign(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > CHARS_MAX) return false;
        try {
            var algorithm =
                    JWSHeader.parse(new Base64URL(token.substring(0, dot))).getAlgorithm();
            return JWSAlgorithm.Family.SIGNATURE.contains(algorithm);
        } catch (ParseException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whom the token proves; null when nobody. */
    public @Nullable Actor actor(String token) {
        byte[] hash = hash(token);
        String known = HexFormat.of().formatHex(hash);
        Instant now = clock.instant();
        Seen before;
        synchronized (seen) {
            before = seen.get(known);
        }
        if (before != null && now.isBefore(before.until)) return before.actor;
        Seen found = look(token, hash, now);
        synchronized (seen) {
            seen.put(known, found);
        }
        return found.actor;
    }

    private Seen look(String token, byte[] hash, Instant now) {
        try {
            var claims = JWTParser.parse(token).getJWTClaimsSet();
            var speakers = claims.getIssuer() == null ? List.<Speaker>of() : speakers(claims.getIssuer());
            if (speakers.stream().noneMatch(speaker -> claims.getAudience().contains(speaker.audience))) {
                return refused(now);
            }
            Jwt proof = discovery.verified(claims.getIssuer(), token);
            var meant = speakers.stream()
                    .filter(speaker -> proof.getAudience().contains(speaker.audience))
                    .toList();
            Instant expires = proof.getExpiresAt();
            if (meant.size() != 1 || expires == null || !isAccess(proof)) return refused(now);
            ProviderSettings settings = book.get(new IdentityProviderId(meant.getFirst().id));
            var said = Assertion.of(settings.provider(), proof.getSubject(), proof.getClaims());
            String signingIn = proof.getClaimAsString("sid");
            Actor actor = entry.byToken(
                    settings.authority(), said, signingIn == null ? hash : hash("sid " + signingIn), expires);
            Instant longest = now.plus(GOOD_FOR_MAX);
            return new Seen(actor, expires.isBefore(longest) ? expires : longest);
        } catch (ParseException | JwtException | DiscoveryFailed | NotFound | Unauthenticated e) {
            LOG.info("A token of an identity provider is refused: {}", e.getMessage());
            return refused(now);
        }
    }

    private static Seen refused(Instant now) {
        return new Seen(null, now.plus(REFUSED_FOR));
    }

    private static boolean isAccess(Jwt token) {
        String subject = token.getSubject();
        String type = token.getClaimAsString("typ"); // Keycloak's own claim.
        return subject != null
                && !subject.isEmpty()
                && subject.length() <= Assertion.SUBJECT_CHARS_MAX
                && (type == null || type.equalsIgnoreCase("Bearer"))
                && OTHER_TOKENS.stream().noneMatch(token::hasClaim);
    }

    private List<Speaker> speakers(String issuer) {
        var found = transaction.execute(status -> jdbc.sql("SELECT id, audience FROM identity_providers_of(:issuer)")
                .param("issuer", issuer)
                .query(Speaker.class)
                .list());
        return found == null ? List.of() : found;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
