package com.company.erp.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading a body at the limit: a small one for ordinary requests, a large one for imports and files. */
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
        chain.doFilter(new Limited(request, limit(request.getRequestURI())), response);
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

        private Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit, getContentLengthLong());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private final long announced;
        private final long limit;
        private long left;

        private Counted(ServletInputStream body, long limit, long announced) {
            this.body = body;
            this.left = limit;
            this.limit = limit;
            this.announced = announced;
        }

        @Override
        public int read() throws IOException {
            int b = body.read();
            if (b >= 0) count(1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (announced > limit) throw new TooLarge();
            int read = body.read(buffer, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) throw new TooLarge();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
