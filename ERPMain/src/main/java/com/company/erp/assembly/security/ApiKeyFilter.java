package com.company.erp.assembly.security;

import com.company.erp.assembly.limit.Limits;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.user.apikey.ApiKeyProof;
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

/** Lets machines in by their API key, a bearer token of another make; what is none goes on to whoever reads those. */
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final BearerTokenResolver BEARER = new DefaultBearerTokenResolver();
    private static final String SCHEME = "bearer ";

    private final ApiKeyProof keys;
    private final Refusals refusals;
    private final Limits limits;

    ApiKeyFilter(ApiKeyProof keys, Refusals refusals, Limits limits) {
        this.keys = keys;
        this.refusals = refusals;
        this.limits = limits;
    }

    /** Access tokens only: an API key is none that could be decoded. */
    static @Nullable String accessToken(HttpServletRequest request) {
        return key(request) == null ? BEARER.resolve(request) : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = key(request);
        if (key != null && !isAccepted(key, request, response)) return;
        chain.doFilter(request, response);
    }

    /** Whether the key is good; the answer is given if not. */
    private boolean isAccepted(String key, HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRemoteAddr();
        try {
            limits.requireRoomForStranger(address);
            Actor actor = keys.actor(key, address);
            if (actor == null) {
                limits.stranger(address);
                refusals.commence(request, response, new BadCredentialsException("No such key."));
                return false;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new MachineProof(actor));
            SecurityContextHolder.setContext(context);
            return true;
        } catch (TooManyAttempts e) {
            refusals.answer(request, response, e);
            return false;
        }
    }

    private static @Nullable String key(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return null;
        String token = header.substring(SCHEME.length()).strip();
        return token.startsWith(ApiKeyProof.PREFIX) ? token : null;
    }
}
