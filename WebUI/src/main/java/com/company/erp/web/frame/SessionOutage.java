package com.company.erp.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Without Redis nobody can be recognised by a session. Pages say so and try again by themselves; the API, which needs
 * none, goes on. Stands before the filter that reads and writes sessions.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class SessionOutage extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionOutage.class);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PageSecurity.isPage(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            // A session is saved when its page begins to leave, and what fails then comes wrapped.
            Throwable outage = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
            if (!isOutage(outage) || response.isCommitted()) throw e;
            LOG.warn("Pages cannot reach the sessions in Redis: {}", outage.getMessage());
            answer(response);
        }
    }

    private static boolean isOutage(Throwable e) {
        return e instanceof RedisConnectionFailureException
                || e instanceof RedisSystemException
                || e instanceof QueryTimeoutException;
    }

    private static void answer(HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream()
                .write(new ClassPathResource("templates/outage.html")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
