package com.company.erp.user.login;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Tokens of signed-in users.
 *
 * @param secret what the signing key is derived from, the same on all instances; best 32 random characters or more
 * @param formerSecrets those before it, whose tokens and encryption are still good
 * @param accessLifetime how long an access token is good for
 * @param refreshLifetime how long a session lives that is not renewed
 */
@Validated
@ConfigurationProperties("erp.jwt")
record JwtProperties(
        @NotBlank String secret,
        @NotNull List<@NotBlank String> formerSecrets,
        @NotNull Duration accessLifetime,
        @NotNull Duration refreshLifetime) {

    @Override
    public String toString() {
        return "JwtProperties[secret=***]";
    }
}
