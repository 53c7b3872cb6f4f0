package com.company.erp.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.util.UriUtils;

/**
 * The security of pages, beside that of the API: the visitor is known by a session, so every change carries a token
 * that a foreign site cannot know, and no script runs but those that the house itself serves.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final List<String> NO_PAGES = List.of("/api", "/oauth", "/actuator", "/v3", "/swagger-ui");
    private static final String[] OPEN = {
        "/assets/**", "/sign-in/**", "/look", "/forgot-password", "/welcome", "/confirm-email"
    };
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; frame-src 'self'; connect-src 'self'; manifest-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain pages(HttpSecurity http, Visitors visitors) throws Exception {
        return http.securityMatcher(PageSecurity::isPage)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .addFilterBefore(new VisitorFilter(visitors), AuthorizationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> VisitorFilter.go(request, response, signIn(request)))
                        .accessDeniedHandler(
                                (request, response, e) -> VisitorFilter.go(request, response, "/sign-in?expired=true")))
                .headers(PageSecurity::harden)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        return NO_PAGES.stream()
                .noneMatch(prefix ->
                        path.equals(prefix) || path.startsWith(prefix + "/") || path.startsWith(prefix + "."));
    }

    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("erp_csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").httpOnly(true));
        return tokens;
    }

    private static String signIn(HttpServletRequest request) {
        boolean isRead = "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null;
        if (!isRead || request.getRequestURI().equals("/")) return "/sign-in";
        String query = request.getQueryString();
        String to = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return "/sign-in?to=" + UriUtils.encode(to, StandardCharsets.UTF_8);
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .httpStrictTransportSecurity(
                        strict -> strict.maxAgeInSeconds(Duration.ofDays(365).toSeconds()));
    }
}
