package com.company.erp.platform.access;

import com.company.erp.kernel.Forbidden;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.tenancy.TenancyConfiguration;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Puts the permission check before every door, inside its transaction. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor permissionCheck() {
        var advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(Door.class, true), (MethodInterceptor) AccessConfiguration::check);
        advisor.setOrder(TenancyConfiguration.TRANSACTION_ORDER + 1);
        return advisor;
    }

    private static @Nullable Object check(MethodInvocation call) throws Throwable {
        boolean outermost = Scope.enterDoor();
        try {
            if (outermost) requirePermission(call.getMethod());
            return call.proceed();
        } finally {
            Scope.leaveDoor();
        }
    }

    private static void requirePermission(Method method) {
        if (method.isAnnotationPresent(NeedsNothing.class)) return;
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null) throw new IllegalStateException(method + " declares no permission.");
        if (Scope.actor().system() || Scope.permissions().contains(needs.value())) return;
        throw new Forbidden("access.denied", "This needs the permission " + needs.value() + ".");
    }
}
