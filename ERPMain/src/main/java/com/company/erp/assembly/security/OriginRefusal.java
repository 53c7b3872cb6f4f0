package com.company.erp.assembly.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** A page of an origin that is not let in is refused in a problem document, as everybody is. */
final class OriginRefusal extends DefaultCorsProcessor {

    private final Refusals refusals;

    OriginRefusal(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration sharing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean letIn = super.processRequest(sharing, request, response);
        if (!letIn) refusals.handle(request, response, new AccessDeniedException("foreign origin"));
        return letIn;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        // Answered above, where the request is known.
    }
}
