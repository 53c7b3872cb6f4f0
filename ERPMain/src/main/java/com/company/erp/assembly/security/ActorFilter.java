package com.company.erp.assembly.security;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Forbidden;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.login.AccessTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Does the rest of the request as the actor whom the token names. Stands behind the security chain, which verified it.
 */
@Component
@Order(0)
class ActorFilter extends OncePerRequestFilter {

    private final Refusals refusals;

    ActorFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken proof)) {
            chain.doFilter(request, response);
            return;
        }
        if (AccessTokens.mustChangePassword(proof.getToken())
                && !request.getRequestURI().startsWith("/api/auth/")) {
            refusals.answer(request, response, new Forbidden("password.must_change", "Choose a password first."));
            return;
        }
        as(AccessTokens.actor(proof.getToken()), () -> chain.doFilter(request, response));
    }

    private interface Rest {
        void run() throws ServletException, IOException;
    }

    private static void as(Actor actor, Rest rest) throws ServletException, IOException {
        try {
            Scope.call(actor, () -> {
                rest.run();
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
