package com.company.erp.assembly.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers {@code /api/actuator} as {@code /actuator}: where a context path of /api was set, probes ask there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class ActuatorAlias extends OncePerRequestFilter {

    private static final String ALIAS = "/api/actuator";
    private static final int PREFIX_LENGTH = "/api".length();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals(ALIAS) && !path.startsWith(ALIAS + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithoutPrefix(request), response);
    }

    private static final class WithoutPrefix extends HttpServletRequestWrapper {

        private WithoutPrefix(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return super.getRequestURI().substring(PREFIX_LENGTH);
        }

        @Override
        public StringBuffer getRequestURL() {
            String url = super.getRequestURL().toString();
            return new StringBuffer(url.replaceFirst(ALIAS, ALIAS.substring(PREFIX_LENGTH)));
        }

        @Override
        public String getServletPath() {
            return super.getServletPath().substring(PREFIX_LENGTH);
        }
    }
}
