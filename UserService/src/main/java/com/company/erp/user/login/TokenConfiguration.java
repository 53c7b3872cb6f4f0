package com.company.erp.user.login;

import com.company.erp.user.factor.BoxKeys;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One algorithm, one issuer, one audience: a token of any other make is refused. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JwtProperties.class)
class TokenConfiguration {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    /** The first one signs; tokens of all are read, each by the key that its header names. */
    @Bean
    JWKSet signingKeys(JwtProperties properties, JdbcClient jdbc, PlatformTransactionManager transactions) {
        byte[] salt = salt(jdbc, transactions);
        return new JWKSet(secrets(properties)
                .<JWK>map(secret -> SigningKey.named(SigningKey.derive(secret, salt)))
                .toList());
    }

    @Bean
    BoxKeys factorKeys(JwtProperties properties, JdbcClient jdbc, PlatformTransactionManager transactions) {
        byte[] salt = salt(jdbc, transactions);
        List<SecretKey> keys = secrets(properties)
                .map(secret -> SigningKey.ofFactors(secret, salt))
                .toList();
        return new BoxKeys(keys.getFirst(), keys.subList(1, keys.size()));
    }

    private static Stream<String> secrets(JwtProperties properties) {
        return Stream.concat(Stream.of(properties.secret()), properties.formerSecrets().stream());
    }

    private static byte[] salt(JdbcClient jdbc, PlatformTransactionManager transactions) {
        byte[] salt = new TransactionTemplate(transactions)
                .execute(status -> jdbc.sql("SELECT installation_salt()")
                        .query((row, index) -> row.getBytes(1))
                        .single());
        if (salt == null) throw new IllegalStateException("The table installation has lost its row.");
        return salt;
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSet signingKeys) {
        return new NimbusJwtEncoder(
                new ImmutableJWKSet<>(new JWKSet(signingKeys.getKeys().getFirst())));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSet signingKeys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, new ImmutableJWKSet<>(signingKeys)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // The validators below do.
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtIssuerValidator(AccessTokens.ISSUER),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AccessTokens.AUDIENCE))));
        return decoder;
    }
}
