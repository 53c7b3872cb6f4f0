package com.company.erp.web.frame;

import com.company.erp.platform.tenancy.Scope;
import com.company.erp.web.pattern.Screens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Does the rest of the request as the visitor whom the session names, and leads whoever has no password or no company
 * yet to where they get one. Stands inside the security chain of pages.
 */
final class VisitorFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of(
            "/password",
            "/sign-out",
            "/sign-in",
            "/sign-in/passkey",
            "/sign-in/passkey/ask",
            "/look",
            "/forgot-password",
            "/welcome",
            "/confirm-email");
    private static final String SETUP = "/setup/company";
    private static final String FACTOR = "/second-factor";
    private static final String SWITCH = "/company/switch";

    private final Visitors visitors;

    VisitorFilter(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Visitor visitor = visitors.find(request);
        if (visitor == null) {
            chain.doFilter(request, response);
            return;
        }
        String elsewhere = detour(visitor, request.getRequestURI());
        if (elsewhere != null) {
            go(request, response, elsewhere);
            return;
        }
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(visitor, null, List.of()));
        request.setAttribute(Screens.ZONE, visitor.timeZone());
        as(visitor, () -> chain.doFilter(new Filled(request), response));
    }

    private static @Nullable String detour(Visitor visitor, String path) {
        if (OPEN.contains(path) || path.startsWith("/sign-in/")) return null;
        if (visitor.mustChangePassword()) return "/password";
        boolean isOfFactor = path.equals(FACTOR) || path.startsWith(FACTOR + "/");
        if (visitor.mustAddSecondFactor() && !isOfFactor && !path.equals(SWITCH)) return FACTOR;
        return visitor.company() == null && !isOfFactor && !path.equals(SETUP) ? SETUP : null;
    }

    /** A fragment cannot be led elsewhere: htmx goes there with the whole page. */
    static void go(HttpServletRequest request, HttpServletResponse response, String href) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", href);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", href);
    }

    /** A field that was left empty says nothing: it filters nothing. */
    private static final class Filled extends HttpServletRequestWrapper {

        private Filled(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null || value.isBlank() ? null : value;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            if (values == null) return null;
            String[] filled =
                    Arrays.stream(values).filter(value -> !value.isBlank()).toArray(String[]::new);
            return filled.length == 0 ? null : filled;
        }
    }

    private interface Rest {
        void run() throws ServletException, IOException;
    }

    private static void as(Visitor visitor, Rest rest) throws ServletException, IOException {
        try {
            Scope.call(visitor.actor(), () -> {
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
