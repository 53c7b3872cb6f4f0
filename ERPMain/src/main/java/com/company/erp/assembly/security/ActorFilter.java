package com.company.erp.assembly.security;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Forbidden;
import com.company.erp.platform.tenancy.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Does the rest of the request as the actor whom the token or the API key names. Stands behind the security chain,
 * which verified it.
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
        Authentication proof = SecurityContextHolder.getContext().getAuthentication();
        Actor actor = Proof.actor(proof);
        boolean isAboutPerson = request.getRequestURI().startsWith("/api/auth/");
        if (actor == null) {
            chain.doFilter(request, response);
        } else if (!isAboutPerson && Proof.mustChangePassword(proof)) {
            refusals.answer(request, response, new Forbidden("password.must_change", "Choose a password first."));
        } else if (!Proof.isGoodFrom(proof, request.getRemoteAddr())) {
            refusals.commence(request, response, new BadCredentialsException("Not from there."));
        } else if (isAboutPerson && Proof.isOfMachine(actor)) {
            refusals.answer(request, response, new Forbidden("access.denied", "An API key is no person."));
        } else {
            as(actor, () -> chain.doFilter(request, response));
        }
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
