package com.company.erp.assembly.security;

import com.company.erp.assembly.limit.Limits;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.user.apikey.ApiKeyProof;
import com.company.erp.user.sso.ProviderTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who comes with a bearer token of another make: machines by their API key, people by a token of their
 * company's identity provider. What is none goes on to whoever reads access tokens of this house.
 */
final class BearerFilter extends OncePerRequestFilter {

    private static final BearerTokenResolver BEARER = new DefaultBearerTokenResolver();
    private static final String SCHEME = "bearer ";

    private final ApiKeyProof keys;
    private final ProviderTokens tokens;
    private final Refusals refusals;
    private final Limits limits;

    BearerFilter(ApiKeyProof keys, ProviderTokens tokens, Refusals refusals, Limits limits) {
        this.keys = keys;
        this.tokens = tokens;
        this.refusals = refusals;
        this.limits = limits;
    }

    /** Access tokens of this house only: no other could be decoded. */
    static @Nullable String accessToken(HttpServletRequest request) {
        return other(request) == null ? BEARER.resolve(request) : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = other(request);
        if (token != null && !isAccepted(token, request, response)) return;
        chain.doFilter(request, response);
    }

    /** Whether the token is good; the answer is given if not. */
    private boolean isAccepted(String token, HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRemoteAddr();
        try {
            limits.requireRoomForStranger(address);
            Actor actor = isKey(token) ? keys.actor(token, address) : tokens.actor(token);
            if (actor == null) {
                limits.stranger(address);
                refusals.commence(request, response, new BadCredentialsException("No such token."));
                return false;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ActorProof(actor));
            SecurityContextHolder.setContext(context);
            return true;
        } catch (TooManyAttempts e) {
            refusals.answer(request, response, e);
            return false;
        }
    }

    private static @Nullable String other(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return null;
        String token = header.substring(SCHEME.length()).strip();
        return isKey(token) || ProviderTokens.isForeign(token) ? token : null;
    }

    private static boolean isKey(String token) {
        return token.startsWith(ApiKeyProof.PREFIX);
    }
}
