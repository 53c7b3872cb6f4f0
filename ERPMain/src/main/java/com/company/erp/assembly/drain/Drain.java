package com.company.erp.assembly.drain;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Once asked to stop, the house says so (readiness is 503 from then on) and serves on until load balancers have seen
 * it. Each answer of that time ends its connection, so that no request is under way on an old one when the server
 * shuts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(DrainProperties.class)
class Drain implements Filter, SmartLifecycle {

    private final DrainProperties properties;
    private volatile boolean serving;
    private volatile boolean leaving;

    Drain(DrainProperties properties) {
        this.properties = properties;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (leaving && response instanceof HttpServletResponse http) http.setHeader("Connection", "close");
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        serving = true;
    }

    @Override
    public void stop() {
        leaving = true;
        try {
            Thread.sleep(properties.drain());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        serving = false;
    }

    @Override
    public boolean isRunning() {
        return serving;
    }

    /** Before the web server, which stops in an earlier phase. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
