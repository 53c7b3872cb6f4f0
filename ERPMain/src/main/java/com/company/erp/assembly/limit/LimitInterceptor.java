package com.company.erp.assembly.limit;

import com.company.erp.kernel.Actor;
import com.company.erp.platform.tenancy.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts each request before its handler, of the API and of pages. It stands behind the filters, which know who asks,
 * so that a refusal is answered as any other, by a problem document or a page.
 */
@Configuration(proxyBeanMethods = false)
class LimitInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> SIGN_IN = Set.of(
            "/api/auth/login",
            "/api/auth/directory-login",
            "/api/auth/forgot-password",
            "/api/auth/choose-password",
            "/api/auth/confirm-email",
            "/oauth/token",
            "/sign-in",
            "/sign-in/passkey",
            "/sign-in/passkey/ask",
            "/forgot-password",
            "/welcome",
            "/confirm-email");

    private static final String BY_DIRECTORY = "/sign-in/directory/";

    private final Limits limits;

    LimitInterceptor(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) return true;
        Actor caller = Scope.actorIfAny();
        if (caller != null) limits.request(caller);
        else if (isSignIn(request)) limits.signIn(request.getRemoteAddr());
        else limits.stranger(request.getRemoteAddr());
        return true;
    }

    private static boolean isSignIn(HttpServletRequest request) {
        String path = request.getRequestURI();
        return "POST".equals(request.getMethod()) && (SIGN_IN.contains(path) || path.startsWith(BY_DIRECTORY));
    }
}
