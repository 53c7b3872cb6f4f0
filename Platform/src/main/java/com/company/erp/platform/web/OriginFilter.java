package com.company.erp.platform.web;

import com.company.erp.platform.audit.Origin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names each request in answers, log and audit: by its trace, where requests are traced, or by the caller's traceparent
 * (W3C Trace Context), where one came along.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OriginFilter extends OncePerRequestFilter {

    private static final int HEADER_CHARS_MAX = 300;
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = traceId(request.getHeader("traceparent"));
        Origin.set(new Origin(
                request.getRemoteAddr(),
                id,
                plain(request.getHeader("User-Agent")),
                plain(request.getHeader("Reason"))));
        response.setHeader("X-Request-Id", id);
        try {
            chain.doFilter(request, response);
        } finally {
            Origin.clear();
        }
    }

    private static @Nullable String plain(@Nullable String header) {
        if (header == null || header.isBlank() || !PlainText.is(header)) return null;
        return header.length() <= HEADER_CHARS_MAX ? header : header.substring(0, HEADER_CHARS_MAX);
    }

    private static String traceId(@Nullable String traceparent) {
        String traced = MDC.get(Origin.REQUEST_IN_LOG);
        if (traced != null) return traced;
        if (traceparent != null) {
            var matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches()) return matcher.group(1);
        }
        return UUID.randomUUID().toString().replace("-", "");
    }
}
