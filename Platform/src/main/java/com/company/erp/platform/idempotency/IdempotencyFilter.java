package com.company.erp.platform.idempotency;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.tenancy.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Opens the transaction of a POST that carries an Idempotency-Key: the doors join it, and the answer is stored in it
 * before it commits. So either the work and its answer are both there, for any instance to repeat, or neither is.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final KeptAnswers answers;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            KeptAnswers answers,
            PlatformTransactionManager transactions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || request.getHeader(HEADER) == null
                || !request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/api/auth/")
                || Scope.actorIfAny() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        try (var body = SpooledBody.of(request)) {
            String key = request.getHeader(HEADER);
            if (!KEY.matcher(key).matches()) {
                throw new InvalidInput(HEADER, "idempotency.key", "A key is 1 to 100 visible ASCII characters.");
            }
            var scope = new KeptAnswers.Question(request.getMethod(), pathAndQuery(request), key, body.sha256());
            transaction.executeWithoutResult(status -> {
                if (answers.repeat(scope, answer)) return;
                proceed(chain, body, answer);
                if (answer.getStatus() / 100 != 2 || status.isRollbackOnly()) status.setRollbackOnly();
                else if (isSecret(answer)) answers.forget(scope);
                else answers.keep(scope, answer);
            });
        } catch (Exception e) {
            String requestId = answer.getHeader("X-Request-Id");
            answer.reset();
            answer.setHeader("X-Request-Id", requestId);
            if (problems.resolveException(request, answer, null, e) == null) throw e;
        }
        answer.copyBodyToResponse();
    }

    /** A secret is shown once; its handler says no-store, and neither a proxy nor we keep the answer. */
    private static boolean isSecret(HttpServletResponse answer) {
        String cacheControl = answer.getHeader("Cache-Control");
        return cacheControl != null && cacheControl.contains("no-store");
    }

    private static String pathAndQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static void proceed(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
