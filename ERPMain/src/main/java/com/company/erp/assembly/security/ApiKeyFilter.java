package com.company.erp.assembly.security;

import com.company.erp.kernel.Actor;
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

    ApiKeyFilter(ApiKeyProof keys, Refusals refusals) {
        this.keys = keys;
        this.refusals = refusals;
    }

    /** Access tokens only: an API key is none that could be decoded. */
    static @Nullable String accessToken(HttpServletRequest request) {
        return key(request) == null ? BEARER.resolve(request) : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = key(request);
        if (key != null) {
            Actor actor = keys.actor(key, request.getRemoteAddr());
            if (actor == null) {
                refusals.commence(request, response, new BadCredentialsException("No such key."));
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new MachineProof(actor));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static @Nullable String key(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return null;
        String token = header.substring(SCHEME.length()).strip();
        return token.startsWith(ApiKeyProof.PREFIX) ? token : null;
    }
}
