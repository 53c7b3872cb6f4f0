package com.company.erp.assembly.security;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.Unauthenticated;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What the security chain refuses is answered as every other refusal. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        boolean offered = request.getHeader("Authorization") != null;
        response.setHeader("WWW-Authenticate", offered ? "Bearer error=\"invalid_token\"" : "Bearer");
        answer(
                request,
                response,
                offered
                        ? new Unauthenticated("token.invalid", "The access token is wrong or has expired.")
                        : new Unauthenticated("session.missing", "Sign in first."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
        answer(request, response, new Forbidden("access.denied", "This is closed."));
    }

    void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException refusal) {
        problems.resolveException(request, response, null, refusal);
    }
}
