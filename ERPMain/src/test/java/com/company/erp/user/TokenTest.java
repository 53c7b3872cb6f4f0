package com.company.erp.user;

import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.time.Instant;
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
