package com.company.erp.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a request took out of the house as a file, for whoever notes it.
 *
 * @param file its name
 * @param rows how many records are in it
 */
public record Exported(String file, long rows) {

    private static final String ATTRIBUTE = Exported.class.getName();

    void remember() {
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
    }

    /** What the request took; null when it took nothing. */
    public static @Nullable Exported by(HttpServletRequest request) {
        return (Exported) request.getAttribute(ATTRIBUTE);
    }
}
