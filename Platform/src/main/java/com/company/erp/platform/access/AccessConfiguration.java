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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Puts the permission check before every door, inside its transaction. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor permissionCheck(ObjectProvider<OnePerson> onePerson, ObjectProvider<Freshness> freshness) {
        MethodInterceptor check = call -> check(call, onePerson, freshness);
        var advisor = new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(Door.class, true), check);
        advisor.setOrder(TenancyConfiguration.TRANSACTION_ORDER + 1);
        return advisor;
    }

    private static @Nullable Object check(
            MethodInvocation call, ObjectProvider<OnePerson> onePerson, ObjectProvider<Freshness> freshness)
            throws Throwable {
        boolean outermost = Scope.enterDoor();
        try {
            if (outermost) {
                String permission = requirePermission(call.getMethod());
                if (isDangerous(call.getMethod())) freshness.getObject().require();
                Scope.enteredBy(permission);
                if (permission != null && !Scope.apartFrom(permission).isEmpty()) {
                    onePerson.getObject().requireAnother(permission, call.getArguments());
                }
            }
            return call.proceed();
        } finally {
            Scope.leaveDoor();
        }
    }

    private static boolean isDangerous(Method method) {
        Needs needs = method.getAnnotation(Needs.class);
        return needs != null && needs.freshly() && !Scope.actor().system();
    }

    private static @Nullable String requirePermission(Method method) {
        NeedsNothing free = method.getAnnotation(NeedsNothing.class);
        if (Scope.lacksFactor() && (free == null || !free.beforeFactor())) {
            throw new Forbidden(
                    "second_factor.required",
                    "The company asks for a second factor: set one up first, by /api/auth/second-factor/begin.");
        }
        if (free != null) return null;
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null) throw new IllegalStateException(method + " declares no permission.");
        if (Scope.actor().system() || Scope.permissions().contains(needs.value())) return needs.value();
        throw new Forbidden("access.denied", "This needs the permission " + needs.value() + ".");
    }
}
