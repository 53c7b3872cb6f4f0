package com.company.erp.user.login;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.time.Duration;
import java.util.List;
import javax.crypto.SecretKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
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

    @Bean
    SecretKey signingKey(JwtProperties properties, JdbcClient jdbc, PlatformTransactionManager transactions) {
        return SigningKey.derive(properties.secret(), salt(jdbc, transactions));
    }

    @Bean
    SecretKey factorKey(JwtProperties properties, JdbcClient jdbc, PlatformTransactionManager transactions) {
        return SigningKey.ofFactors(properties.secret(), salt(jdbc, transactions));
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
    JwtEncoder jwtEncoder(SecretKey signingKey) {
        return new NimbusJwtEncoder(new ImmutableSecret<>(signingKey));
    }

    @Bean
    JwtDecoder jwtDecoder(SecretKey signingKey) {
        var decoder = NimbusJwtDecoder.withSecretKey(signingKey)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtIssuerValidator(AccessTokens.ISSUER),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AccessTokens.AUDIENCE))));
        return decoder;
    }
}
