package com.company.erp.platform.web;

import com.company.erp.kernel.StaleDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/** Reads {@code If-Match: "7"} into the version 7. */
final class IfMatchResolver implements HandlerMethodArgumentResolver {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,9})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(IfMatch.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        String header = servletRequest == null ? null : servletRequest.getHeader("If-Match");
        if (header == null || header.isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_REQUIRED, "Say in If-Match which version you have read (its ETag).");
        }
        var matcher = ETAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw new StaleDocument("record.stale", "If-Match is not an ETag of this record, such as \"3\".");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
