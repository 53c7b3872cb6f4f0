package com.company.erp.web.pattern;

import com.company.erp.user.unfinished.UnfinishedForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    private final UnfinishedForms unfinished;
    private final Clock clock;

    Screens(MessageSource messages, FormReader forms, UnfinishedForms unfinished, Clock clock) {
        this.messages = messages;
        this.forms = forms;
        this.unfinished = unfinished;
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(request));
        return new Screen(
                request, response, Objects.requireNonNull(model).getModel(), texts(request), forms, unfinished, today);
    }

    /** The words in the language of the request. */
    public Texts texts(HttpServletRequest request) {
        return new Texts(messages, LocaleContextHolder.getLocale(), zone(request));
    }

    private static ZoneId zone(HttpServletRequest request) {
        return request.getAttribute(ZONE) instanceof String zone ? ZoneId.of(zone) : ZoneOffset.UTC;
    }
}
