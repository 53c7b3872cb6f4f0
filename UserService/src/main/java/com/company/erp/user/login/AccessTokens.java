package com.company.erp.user.login;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/**
 * Access tokens: who, for which company, by which session. Good for minutes, and checked again at every transaction.
 */
@Component
public class AccessTokens {

    static final String ISSUER = "erp";
    static final String AUDIENCE = "erp-api";

    private static final String COMPANY = "company";
    private static final String SESSION = "sid";
    private static final String NAME = "name";
    private static final String MUST_CHANGE = "pwd_change";
    private static final String NETWORKS = "networks";

    private final JwtEncoder encoder;
    private final JwtProperties properties;
    private final Clock clock;

    AccessTokens(JwtEncoder encoder, JwtProperties properties, Clock clock) {
        this.encoder = encoder;
        this.properties = properties;
        this.clock = clock;
    }

    String issue(Actor actor, boolean mustChangePassword) {
        return issue(actor, mustChangePassword, List.of());
    }

    /** A token of a machine, good from its networks only, as its key is. */
    public String issueToMachine(Actor machine, List<String> networks) {
        return issue(machine, false, networks);
    }

    private String issue(Actor actor, boolean mustChangePassword, List<String> networks) {
        Instant now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .subject(actor.user().value().toString())
                .issuedAt(now)
                .expiresAt(now.plus(properties.accessLifetime()))
                .claim(COMPANY, actor.company().value().toString())
                .claim(SESSION, actor.session().toString())
                .claim(NAME, actor.name())
                .claim(MUST_CHANGE, mustChangePassword)
                .claims(claim -> {
                    if (!networks.isEmpty()) claim.put(NETWORKS, networks);
                })
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    public Duration lifetime() {
        return properties.accessLifetime();
    }

    /** The actor that a verified token names. */
    public static Actor actor(Jwt token) {
        return Actor.user(
                UserId.valueOf(token.getSubject()),
                CompanyId.valueOf(token.getClaimAsString(COMPANY)),
                token.getClaimAsString(NAME),
                UUID.fromString(token.getClaimAsString(SESSION)));
    }

    /** From where the token is good; empty where it is from anywhere. */
    public static List<String> networks(Jwt token) {
        List<String> networks = token.getClaimAsStringList(NETWORKS);
        return networks == null ? List.of() : networks;
    }

    /** Whether the user has to choose a password before doing anything else. */
    public static boolean mustChangePassword(Jwt token) {
        return Boolean.TRUE.equals(token.getClaimAsBoolean(MUST_CHANGE));
    }
}
