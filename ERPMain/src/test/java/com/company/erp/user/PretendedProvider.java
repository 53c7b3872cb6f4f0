package com.company.erp.user;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An OpenID provider on this machine that says whatever a test lets it say, also what an attacker would. */
public final class PretendedProvider implements AutoCloseable {

    static final String CLIENT = "erp";
    static final String SECRET = "the secret of the client";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private RSAKey key = newKey();
    private boolean unsigned;

    private record Login(Map<String, String> asked, Map<String, Object> claims) {}

    public PretendedProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, description()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Map<String, Object> description() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "end_session_endpoint", issuer() + "/leave");
    }

    /** Signs with another key from now on. */
    void rotate() {
        key = newKey();
    }

    void signNothing(boolean nothing) {
        unsigned = nothing;
    }

    /** Somebody proves at the address who he is; answers the query with which the provider sends him back. */
    String signIn(String location, Map<String, Object> claims) {
        var asked = query(URI.create(location).getRawQuery());
        String issued = UUID.randomUUID().toString();
        logins.put(issued, new Login(asked, claims));
        return "code=" + issued + "&state=" + encode(asked.get("state"));
    }

    /** The code stays good: whoever replays it would get another token for it. */
    private void token(HttpExchange exchange) throws IOException {
        var form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Login login = logins.get(form.getOrDefault("code", ""));
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        String expected = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":" + encode(SECRET)).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(basic)) {
            answer(exchange, 401, Map.of("error", "invalid_client"));
        } else if (login == null || !login.asked.get("code_challenge").equals(hash(form.get("code_verifier")))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            var claims = new HashMap<>(login.claims);
            claims.putIfAbsent("nonce", login.asked.get("nonce"));
            answer(exchange, 200, Map.of("access_token", "opaque", "token_type", "Bearer", "id_token", signed(claims)));
        }
    }

    /** A token for the client, with these claims beside or instead of the usual ones. */
    String signed(Map<String, Object> claims) {
        var usual = new HashMap<String, Object>(Map.of(
                "iss",
                issuer(),
                "aud",
                CLIENT,
                "iat",
                Date.from(Instant.now()),
                "exp",
                Date.from(Instant.now().plusSeconds(300))));
        usual.putAll(claims);
        var set = new JWTClaimsSet.Builder();
        usual.forEach(set::claim);
        if (unsigned) return new PlainJWT(set.build()).serialize();
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    set.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As attackers sign who hope that the public key is taken for a shared secret. */
    String signedByTheirPublicKey(Map<String, Object> claims) {
        var set = new JWTClaimsSet.Builder().issuer(issuer()).audience(CLIENT);
        claims.forEach(set::claim);
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    set.build());
            jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> query(@Nullable String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
        byte[] body = bytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] bytes(Map<String, Object> json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
