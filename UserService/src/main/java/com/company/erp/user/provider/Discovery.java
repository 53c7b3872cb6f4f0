package com.company.erp.user.provider;

import com.company.erp.platform.outgoing.OutgoingHttp;
import com.company.erp.platform.outgoing.OutgoingProblem;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.RestOperations;

/**
 * What OpenID providers say of themselves (OpenID Connect Discovery 1.0), asked again after ten minutes, and the keys
 * that they sign with, which are asked for again when a token names one that is new.
 */
@Component
public class Discovery {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final String PATH = "/.well-known/openid-configuration";
    private static final Set<KeyType> PUBLIC_KEYS = Set.of(KeyType.RSA, KeyType.EC);

    private final RestOperations http;
    private final Clock clock;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Map<String, NimbusJwtDecoder> byKeys = new ConcurrentHashMap<>();

    Discovery(OutgoingHttp outgoing, Clock clock) {
        this.http = outgoing.client();
        this.clock = clock;
    }

    private record Told(Description description, Instant until) {}

    /**
     * What a provider says of itself.
     *
     * @param endSessionEndpoint where people sign out there; absent where they cannot be sent
     */
    public record Description(
            String issuer,
            String authorizationEndpoint,
            String tokenEndpoint,
            String keysAt,
            @Nullable String endSessionEndpoint) {}

    /** @throws DiscoveryFailed when it does not answer, or says of itself what cannot be */
    public Description of(String issuer) {
        Told known = told.get(issuer);
        if (known != null && clock.instant().isBefore(known.until)) return known.description;
        Description description = ask(issuer);
        told.put(issuer, new Told(description, clock.instant().plus(GOOD_FOR)));
        return description;
    }

    /**
     * A token that one of the issuer's keys has signed, and that is not too old. What it says of its issuer and whom it
     * is meant for is the caller's to look at.
     *
     * @throws JwtException when it is no such token
     */
    public Jwt verified(String issuer, String token) {
        return byKeys.computeIfAbsent(of(issuer).keysAt(), this::decoder).decode(token);
    }

    /** How many keys there are that tokens may be signed with. */
    int keys(Description description) {
        try {
            String text = http.getForObject(description.keysAt(), String.class);
            return (int) JWKSet.parse(text == null ? "{}" : text).getKeys().stream()
                    .filter(Discovery::signs)
                    .count();
        } catch (RestClientException e) {
            throw failed("Its keys cannot be read", description.keysAt(), e);
        } catch (ParseException e) {
            throw new DiscoveryFailed("Its keys cannot be read: what is at " + description.keysAt() + " are none.");
        }
    }

    private static boolean signs(JWK key) {
        return PUBLIC_KEYS.contains(key.getKeyType()) && !KeyUse.ENCRYPTION.equals(key.getKeyUse());
    }

    private NimbusJwtDecoder decoder(String keysAt) {
        return NimbusJwtDecoder.withJwkSetUri(keysAt)
                .jwsAlgorithms(algorithms -> algorithms.addAll(EnumSet.allOf(SignatureAlgorithm.class)))
                .validateType(false) // Access tokens name another type than identity tokens.
                .restOperations(http)
                .build();
    }

    private Description ask(String issuer) {
        requireSafe("issuer", issuer);
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Map<String, Object> said;
        try {
            said = http.exchange(
                            base + PATH, HttpMethod.GET, null, new ParameterizedTypeReference<Map<String, Object>>() {})
                    .getBody();
        } catch (RestClientException e) {
            throw failed("It does not describe itself", base + PATH, e);
        }
        if (said == null || !issuer.equals(said.get("issuer"))) {
            throw new DiscoveryFailed("It calls itself " + (said == null ? "nothing" : said.get("issuer")) + ", not "
                    + issuer + ": copy the issuer letter by letter.");
        }
        Object leaving = said.get("end_session_endpoint");
        return new Description(
                issuer,
                safe(said, "authorization_endpoint"),
                safe(said, "token_endpoint"),
                safe(said, "jwks_uri"),
                leaving == null ? null : safe(said, "end_session_endpoint"));
    }

    /** In words of this house, since those of the libraries tell nobody what to do. */
    private static DiscoveryFailed failed(String what, String address, RestClientException e) {
        URI uri = URI.create(address);
        String at = uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        String why = e instanceof RestClientResponseException answer
                ? address + " answers with the status " + answer.getStatusCode().value()
                        + ". Look at the issuer, letter by letter."
                : OutgoingProblem.of(at, e).orElse(address + " answers what nobody can read as JSON.");
        return new DiscoveryFailed(what + ": " + why);
    }

    private static String safe(Map<String, Object> said, String name) {
        if (!(said.get(name) instanceof String address)) throw new DiscoveryFailed("It does not say its " + name + ".");
        requireSafe(name, address);
        return address;
    }

    static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && OutgoingHttp.isThisMachine(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void requireSafe(String name, String address) {
        if (!isSafe(address)) throw new DiscoveryFailed("Its " + name + " is no address with https: " + address);
    }
}
