package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Access tokens that are nearly right. */
class TokenTest extends HttpTest {

    @Autowired
    private JwtEncoder ours;

    @Autowired
    private JwtDecoder reader;

    @Autowired
    private JWKSet keys;

    /** The claims of the administrator's own good token, with some of them changed. */
    private String forged(JwtEncoder signer, Consumer<Map<String, Object>> change) {
        Jwt good = reader.decode(api.header("Authorization").substring("Bearer ".length()));
        var claims = JwtClaimsSet.builder().claims(all -> {
            all.putAll(good.getClaims());
            change.accept(all);
        });
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return signer.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    private void expectRefusal(String token) {
        stranger().withToken(token).get("/api/company").refused(401, "token.invalid");
    }

    @Test
    void the_same_claims_signed_by_us_are_good() {
        stranger().withToken(forged(ours, claims -> {})).get("/api/company").ok();
    }

    @Test
    void a_token_signed_with_another_key_is_refused() {
        var stranger = new NimbusJwtEncoder(new ImmutableSecret<>(new SecretKeySpec(new byte[32], "HmacSHA256")));
        expectRefusal(forged(stranger, claims -> {}));
    }

    @Test
    void a_token_of_another_issuer_for_another_audience_or_for_none_is_refused() {
        expectRefusal(forged(ours, claims -> claims.put("iss", "somebody")));
        expectRefusal(forged(ours, claims -> claims.put("aud", List.of("another-api"))));
        expectRefusal(forged(ours, claims -> claims.remove("aud")));
    }

    @Test
    void a_token_that_has_expired_or_is_not_yet_good_is_refused() {
        Instant past = Instant.parse("2026-01-01T00:00:00Z");
        expectRefusal(forged(ours, claims -> {
            claims.put("iat", past.minusSeconds(600));
            claims.put("exp", past);
        }));
        expectRefusal(forged(ours, claims -> claims.put("nbf", Instant.now().plusSeconds(3600))));
    }

    /** Whoever changes JWT_SECRET names the one before, and nobody is signed out. */
    @Test
    void a_token_of_the_secret_before_is_good_and_says_so_by_the_name_of_its_key() {
        JWK former = keys.getKeys().getLast();
        assertThat(keys.getKeys()).hasSize(2);
        String token = forged(new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(former))), claims -> {});
        assertThat(header(token)).contains("\"kid\":\"" + former.getKeyID() + "\"", "\"alg\":\"HS256\"");
        assertThat(header(forged(ours, claims -> {})))
                .contains("\"kid\":\"" + keys.getKeys().getFirst().getKeyID() + "\"");
        stranger().withToken(token).get("/api/company").ok();
    }

    private static String header(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
    }

    @Test
    void a_token_that_names_another_key_than_it_is_signed_with_is_refused() {
        var ofOther = new OctetSequenceKey.Builder(
                        keys.getKeys().getFirst().toOctetSequenceKey().toByteArray())
                .keyID(keys.getKeys().getLast().getKeyID())
                .algorithm(JWSAlgorithm.HS256)
                .build();
        expectRefusal(forged(new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(ofOther))), claims -> {}));
    }

    @Test
    void a_token_of_another_algorithm_is_refused_whoever_signed_it() throws JOSEException {
        String[] good = forged(ours, claims -> {}).split("\\.");
        expectRefusal(part("{\"alg\":\"none\"}") + "." + good[1] + ".");
        expectRefusal(part("{\"alg\":\"RS256\"}") + "." + good[1] + "." + good[2]);
        byte[] key = keys.getKeys().getFirst().toOctetSequenceKey().toByteArray();
        var longer = new JWSObject(new JWSHeader(JWSAlgorithm.HS512), new Payload(Base64URL.from(good[1])));
        longer.sign(new MACSigner(Arrays.copyOf(key, 64)));
        expectRefusal(longer.serialize());
    }

    private static void aged(Map<String, Object> claims, Instant until) {
        claims.put("iat", until.minusSeconds(600));
        claims.put("exp", until);
    }

    private static String part(String json) {
        return Base64URL.encode(json).toString();
    }

    @Test
    void a_token_that_has_just_expired_is_good_for_the_clock_s_sake_and_no_longer() {
        Instant now = Instant.now();
        stranger()
                .withToken(forged(ours, claims -> aged(claims, now.minusSeconds(5))))
                .get("/api/company")
                .ok();
        expectRefusal(forged(ours, claims -> aged(claims, now.minusSeconds(45))));
    }

    @Test
    void a_token_whose_claims_were_changed_after_signing_is_refused() {
        String good = forged(ours, claims -> {});
        String other = forged(ours, claims -> claims.put("name", "somebody else"));
        expectRefusal(good.split("\\.")[0] + "." + other.split("\\.")[1] + "." + good.split("\\.")[2]);
    }

    @Test
    void a_token_for_a_company_one_does_not_belong_to_opens_nothing() {
        JsonNode foreign = newCompany("Foreign").get("/api/company").ok();
        String token =
                forged(ours, claims -> claims.put("company", foreign.get("id").textValue()));
        stranger().withToken(token).get("/api/company").refused(401, "session.revoked");
    }
}
