package com.company.erp.platform.tenancy;

import io.micrometer.core.instrument.MeterRegistry;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Nothing of this is there where no replica is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplicaProperties.class)
@ConditionalOnExpression("!@environment.getProperty('erp.reports.replica-url', '').blank")
class ReplicaConfiguration {

    @Bean
    Replica replica(PatientPool primary, ReplicaProperties properties) {
        return new Replica(primary, properties.replicaUrl());
    }

    @Bean
    ReportRouting reportRouting(PatientPool primary, Replica replica, MeterRegistry meters) {
        return new ReportRouting(primary, replica, meters);
    }

    /** Outside the transaction, since it chooses the database for that. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor reportsFromReplica(ObjectProvider<ReportRouting> routing) {
        MethodInterceptor route = call -> routing.getObject().invoke(call);
        var reports = new ComposablePointcut(new AnnotationMatchingPointcut(FromReplica.class, true))
                .union(AnnotationMatchingPointcut.forMethodAnnotation(FromReplica.class));
        var advisor = new DefaultPointcutAdvisor(reports, route);
        advisor.setOrder(TenancyConfiguration.TRANSACTION_ORDER - 1);
        return advisor;
    }
}
