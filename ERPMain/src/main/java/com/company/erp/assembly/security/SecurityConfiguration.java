package com.company.erp.assembly.security;

import com.company.erp.assembly.limit.Limits;
import com.company.erp.user.apikey.ApiKeyProof;
import com.company.erp.user.sso.ProviderTokens;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Who is let through to what: whatever is not named here is closed. What a signed-in user may do beyond is asked at the
 * doors. A bearer token goes with every request, so there is no session, no cookie, and nothing for a foreign site to
 * forge; other origins are not let in but those that the operator names.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsProperties.class)
class SecurityConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Refusals refusals,
            ActuatorAccess actuator,
            ApiKeyProof keys,
            ProviderTokens tokens,
            Limits limits,
            CorsProperties cors)
            throws Exception {
        if (!cors.origins().isEmpty()) http.addFilter(sharing(cors.origins(), refusals));
        return http.authorizeHttpRequests(requests -> permit(requests, actuator))
                .addFilterBefore(
                        new BearerFilter(keys, tokens, refusals, limits), BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .bearerTokenResolver(BearerFilter::accessToken)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::harden)
                .cors(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** To be read and written with a token that the page has by itself; never with what the browser would add. */
    private static CorsFilter sharing(List<String> origins, Refusals refusals) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(
                List.of("Authorization", "Content-Type", "If-Match", "Idempotency-Key", "Reason", "Accept-Language"));
        allowed.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "Content-Disposition"));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", allowed);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new OriginRefusal(refusals));
        return filter;
    }

    private static void permit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            ActuatorAccess actuator) {
        requests.requestMatchers(
                        HttpMethod.POST,
                        "/api/auth/login",
                        "/api/auth/directory-login",
                        "/api/auth/refresh",
                        "/api/auth/forgot-password",
                        "/api/auth/choose-password",
                        "/api/auth/confirm-email",
                        "/oauth/token")
                .permitAll()
                .requestMatchers("/api/**")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
                .permitAll()
                .requestMatchers("/actuator", "/actuator/**")
                .access(actuator)
                .requestMatchers(
                        HttpMethod.GET, "/v3/api-docs", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**")
                .permitAll()
                .anyRequest()
                .denyAll();
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
