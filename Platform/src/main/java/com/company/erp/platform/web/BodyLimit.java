package com.company.erp.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops reading a body at the limit, a small one for ordinary requests, a large one for imports and files; and one that
 * only trickles in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BodyLimit extends OncePerRequestFilter {

    private final WebProperties properties;
    private final List<BodyAllowance> allowances;

    BodyLimit(WebProperties properties, List<BodyAllowance> allowances) {
        this.properties = properties;
        this.allowances = allowances;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request, limit(request.getRequestURI()), properties.bodyPatience()), response);
    }

    private long limit(String path) {
        if (path.endsWith("/import")) return properties.maxUpload().toBytes();
        return allowances.stream()
                .filter(allowance -> allowance.isFor(path))
                .findFirst()
                .map(BodyAllowance::max)
                .orElse(properties.maxBody())
                .toBytes();
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;
        private final Duration patience;

        private Limited(HttpServletRequest request, long limit, Duration patience) {
            super(request);
            this.limit = limit;
            this.patience = patience;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedBody(super.getInputStream(), limit, getContentLengthLong(), patience, System::nanoTime);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
