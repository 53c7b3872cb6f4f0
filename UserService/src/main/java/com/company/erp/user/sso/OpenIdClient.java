package com.company.erp.user.sso;

import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.outgoing.OutgoingHttp;
import com.company.erp.user.provider.Discovery;
import com.company.erp.user.provider.DiscoveryFailed;
import com.company.erp.user.provider.ProviderSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The relying party of OpenID Connect Core 1.0, code flow with PKCE (RFC 7636, S256): Spring Security's, which compares
 * state, nonce, issuer and audience, over the house's own way out.
 */
@Component
class OpenIdClient {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdClient.class);

    private final Discovery discovery;
    private final OidcAuthorizationCodeAuthenticationProvider login;

    OpenIdClient(Discovery discovery, OutgoingHttp outgoing) {
        this.discovery = discovery;
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder(outgoing.client())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        login = new OidcAuthorizationCodeAuthenticationProvider(
                tokens, request -> new DefaultOidcUser(Set.of(), request.getIdToken()));
        login.setJwtDecoderFactory(this::idTokens);
    }

    private JwtDecoder idTokens(ClientRegistration registration) {
        var validator = new OidcIdTokenValidator(registration);
        return token -> {
            Jwt jwt = discovery.verified(registration.getProviderDetails().getIssuerUri(), token);
            var result = validator.validate(jwt);
            if (result.hasErrors()) throw new JwtValidationException("It is not for this house.", result.getErrors());
            return jwt;
        };
    }

    /** The provider's address that asks for what the attempt says. */
    String location(ProviderSettings settings, Departure.Attempt attempt) {
        try {
            return request(settings, attempt).getAuthorizationRequestUri();
        } catch (DiscoveryFailed e) {
            LOG.warn("Identity provider {}: {}", settings.provider().id().value(), e.getMessage());
            throw new Unauthenticated("sign_in.provider_silent", "The identity provider does not answer as it should.");
        }
    }

    private OAuth2AuthorizationRequest request(ProviderSettings settings, Departure.Attempt attempt) {
        var registration = registration(settings, attempt.returnTo());
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId())
                .redirectUri(attempt.returnTo())
                .scopes(registration.getScopes())
                .state(attempt.state())
                .attributes(kept -> {
                    kept.put(OidcParameterNames.NONCE, attempt.nonce());
                    kept.put(PkceParameterNames.CODE_VERIFIER, attempt.verifier());
                })
                .additionalParameters(sent -> {
                    sent.put(OidcParameterNames.NONCE, hash(attempt.nonce()));
                    sent.put(PkceParameterNames.CODE_CHALLENGE, hash(attempt.verifier()));
                    sent.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    if (attempt.anew()) {
                        sent.put("prompt", "login");
                        sent.put("max_age", "0");
                    }
                })
                .build();
    }

    /**
     * What the provider says of whom it sent back.
     *
     * @throws Unauthenticated sign_in.provider_refused
     */
    Assertion exchange(ProviderSettings settings, Departure.Attempt attempt, Map<String, String> answer) {
        try {
            String issuer = answer.get("iss"); // RFC 9207
            if (issuer != null && !issuer.equals(settings.provider().issuer())) {
                throw new OAuth2AuthenticationException("issuer_mismatch");
            }
            var request = request(settings, attempt);
            var exchange = new OAuth2AuthorizationExchange(request, response(attempt, answer));
            var proof = login.authenticate(
                    new OAuth2LoginAuthenticationToken(registration(settings, attempt.returnTo()), exchange));
            if (!(proof.getPrincipal() instanceof OidcUser user)) throw new IllegalStateException("No user is proved.");
            String subject = user.getSubject();
            if (subject.length() > Assertion.SUBJECT_CHARS_MAX)
                throw new OAuth2AuthenticationException("subject_too_long");
            return Assertion.of(settings.provider(), subject, user.getClaims());
        } catch (AuthenticationException
                | OAuth2AuthorizationException
                | JwtException
                | RestClientException
                | DiscoveryFailed e) {
            LOG.warn(
                    "Identity provider {} proves nobody: {}",
                    settings.provider().id().value(),
                    e.getMessage());
            throw new Unauthenticated(
                    "sign_in.provider_refused", "The identity provider has proved nobody; try again.");
        }
    }

    private static OAuth2AuthorizationResponse response(Departure.Attempt attempt, Map<String, String> answer) {
        String code = answer.getOrDefault("code", "");
        String error = answer.getOrDefault("error", code.isEmpty() ? "invalid_request" : "");
        var response =
                error.isEmpty() ? OAuth2AuthorizationResponse.success(code) : OAuth2AuthorizationResponse.error(error);
        return response.redirectUri(attempt.returnTo())
                .state(answer.getOrDefault("state", ""))
                .build();
    }

    private ClientRegistration registration(ProviderSettings settings, String returnTo) {
        var provider = settings.provider();
        var description = discovery.of(provider.issuer());
        boolean isPublic = settings.clientSecret() == null;
        return ClientRegistration.withRegistrationId(provider.id().value().toString())
                .clientId(provider.clientId())
                .clientSecret(isPublic ? "" : settings.clientSecret())
                .clientAuthenticationMethod(
                        isPublic ? ClientAuthenticationMethod.NONE : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(returnTo)
                .scope(scopes(provider.scopes()))
                .authorizationUri(description.authorizationEndpoint())
                .tokenUri(description.tokenEndpoint())
                .jwkSetUri(description.keysAt())
                .issuerUri(description.issuer())
                .build();
    }

    /** What makes it OpenID is asked for in any case. */
    private static List<String> scopes(String written) {
        var scopes = new java.util.LinkedHashSet<>(List.of("openid"));
        scopes.addAll(List.of(written.strip().split("\\s+")));
        return List.copyOf(scopes);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
