package com.company.erp.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Transactions stand outside the permission check, since they bring what it checks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionProperties.class)
@EnableTransactionManagement(proxyTargetClass = true, order = TenancyConfiguration.TRANSACTION_ORDER)
public class TenancyConfiguration {

    public static final int TRANSACTION_ORDER = 100;

    @Bean
    PlatformTransactionManager transactionManager(
            EntityManagerFactory factory, Doorkeeper doorkeeper, HikariDataSource pool, AdmissionProperties admission) {
        return new CompanyTransactionManager(factory, doorkeeper, pool.getMaximumPoolSize(), admission.maxWait());
    }

    @Bean
    HibernatePropertiesCustomizer companyOfTheScope() {
        CurrentTenantIdentifierResolver<UUID> resolver = new CurrentTenantIdentifierResolver<>() {
            @Override
            public UUID resolveCurrentTenantIdentifier() {
                return Scope.company().value();
            }

            @Override
            public boolean validateExistingCurrentSessions() {
                return true;
            }
        };
        return properties -> properties.put(AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER, resolver);
    }
}
