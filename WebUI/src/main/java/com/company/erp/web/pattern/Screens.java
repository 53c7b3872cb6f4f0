package com.company.erp.web.pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands each page handler its screen. */
@Component
public class Screens implements HandlerMethodArgumentResolver {

    /** The request attribute that says where the company's days begin. */
    public static final String ZONE = Screens.class.getName() + ".zone";

    private final MessageSource messages;
    private final FormReader forms;
    private final Clock clock;

    Screens(MessageSource messages, FormReader forms, Clock clock) {
        this.messages = messages;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Screen.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        response.addHeader("Vary", "HX-Request");
        Object zone = request.getAttribute(ZONE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(zone == null ? "UTC" : zone.toString()));
        return new Screen(request, response, Objects.requireNonNull(model).getModel(), texts(), forms, today);
    }

    /** The words in the language of the request. */
    public Texts texts() {
        return new Texts(messages, LocaleContextHolder.getLocale());
    }
}
