package com.company.erp.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Pages speak the language that was chosen for them; the API that of the request. */
@Component("localeResolver")
class Languages implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (PageSecurity.isPage(request)) return Look.of(request).locale(request);
        return request.getHeader("Accept-Language") == null ? Locale.getDefault() : request.getLocale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by a cookie.");
    }
}
